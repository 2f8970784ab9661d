import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Clock, ConversationStore, Review, ReviewStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedReviews {
  readonly conversations: ConversationStore;
  readonly reviews: ReviewStore;
  close(): Promise<void>;
}

/** What every implementation of ReviewStore must do; reviews are written as the events that they are. */
export function describeReviewStore(name: string, open: (clock: Clock) => Promise<OpenedReviews>): void {
  describe(`review store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedReviews;
    beforeEach(async () => { opened = await open(clock); });
    afterEach(() => opened.close());

    const review = async (tone: number): Promise<string> => {
      const id = uuidv7();
      await opened.conversations.start({ id, startKey: id, drafts: [
        { type: 'conversation.started', data: { contactId: 'contact', caseNumber: id, locale: 'en', channel: 'widget' } },
        { type: 'conversation.resolved', data: { agentId: 'ana', name: 'Ana' } },
        { type: 'conversation.reviewed', data: { agentId: 'boss', name: 'Boss', reviewedAgentId: 'ana', scores: { tone } } },
      ] });
      return id;
    };

    it('reads the reviews of a period, the end excluded, and no other events', async () => {
      const from = clock.now();
      const id = await review(4);
      clock.advance(1_000);
      await review(1);
      expect(await opened.reviews.read({ from, to: from + 1_000 }, undefined, 10)).toMatchObject([{ conversationId: id, seq: 3, at: from, type: 'conversation.reviewed', data: { reviewedAgentId: 'ana', scores: { tone: 4 } } }]);
      expect(await opened.reviews.read({ from: from + 2_000, to: from + 3_000 }, undefined, 10)).toEqual([]);
    });

    it('reads on after any of them, in order of time, each once, also where many were written at once', async () => {
      const from = clock.now();
      for (let count = 0; count < 7; count++) {
        await review(count % 6);
        if (count % 3 === 2) clock.advance(1_000);
      }
      const read: Review[] = [];
      for (;;) {
        const page = await opened.reviews.read({ from, to: clock.now() + 1 }, read.at(-1), 2);
        if (page.length === 0) break;
        read.push(...page);
      }
      expect(new Set(read.map(({ conversationId }) => conversationId)).size).toBe(7);
      expect(read.map(({ at }) => at)).toEqual(read.map(({ at }) => at).sort((a, b) => a - b));
    });
  });
}
