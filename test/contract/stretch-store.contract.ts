import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { EventDraft } from '../../src/domain/events.ts';
import type { Stretch } from '../../src/domain/stretch.ts';
import type { Clock, ConversationStore, StretchStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedStretches {
  readonly conversations: ConversationStore;
  readonly stretches: StretchStore;
  close(): Promise<void>;
}

const ANA = { agentId: 'ana', name: 'Ana' };

/** What every implementation of StretchStore must do; stretches are written with the events that make them. */
export function describeStretchStore(name: string, open: (clock: Clock) => Promise<OpenedStretches>): void {
  describe(`stretch store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedStretches;
    beforeEach(async () => { opened = await open(clock); });
    afterEach(() => opened.close());

    let counter = 0;
    const begin = async (): Promise<string> => {
      const id = uuidv7();
      counter += 1;
      await opened.conversations.start({ id, startKey: id, drafts: [
        { type: 'conversation.started', data: { contactId: 'contact', caseNumber: `stretch-${counter}`, locale: 'en', channel: 'widget' } },
        { type: 'message.received', data: { clientMessageId: `message-${counter}`, text: 'hello' } },
      ] });
      return id;
    };
    const append = async (id: string, ...drafts: EventDraft[]): Promise<void> => {
      const { seq = 0 } = await opened.conversations.get(id) ?? {};
      expect(await opened.conversations.append(id, seq, drafts)).not.toBe('conflict');
    };
    const handOff: EventDraft = { type: 'handoff.requested', data: { team: 'payments', urgency: 'high', reason: 'asked', requestedBy: 'contact', ask: [] } };
    const assign: EventDraft = { type: 'conversation.assigned', data: { ...ANA, team: 'payments', byAgentId: 'ana' } };
    const resolve: EventDraft = { type: 'conversation.resolved', data: ANA };
    const readAll = (from = 0, to = clock.now() + 1): Promise<Stretch[]> => opened.stretches.read({ from, to }, undefined, 100);

    it('has one from the beginning of a conversation, and keeps it up to date', async () => {
      const from = clock.now();
      const id = await begin();
      expect(await readAll(from)).toMatchObject([{ conversationId: id, number: 1, startedAt: from, handedAt: null, agentId: null, resolvedAt: null }]);
      clock.advance(1_000);
      await append(id, handOff);
      clock.advance(1_000);
      await append(id, assign);
      await append(id, resolve);
      expect(await readAll(from)).toMatchObject([{ conversationId: id, number: 1, team: 'payments', urgency: 'high', handedAt: from + 1_000, agentId: 'ana', agentName: 'Ana', resolvedAt: from + 2_000, resolvedBy: 'agent' }]);
    });

    it('begins another where a conversation is reopened, and leaves the one before as it was', async () => {
      const from = clock.now();
      const id = await begin();
      await append(id, handOff, assign, resolve);
      const [before] = await readAll(from);
      clock.advance(60_000);
      await append(id, { type: 'conversation.reopened', data: { by: 'contact' } }, { type: 'message.received', data: { clientMessageId: 'once-more', text: 'again' } });
      const [first, second] = await readAll(from);
      expect(first).toEqual(before);
      expect(second).toMatchObject({ conversationId: id, number: 2, startedAt: clock.now(), resolvedAt: null });
    });

    it('is read by when it began, page after page, none twice and none left out', async () => {
      const from = clock.now();
      const ids: string[] = [];
      for (let index = 0; index < 7; index += 1) {
        ids.push(await begin());
        if (index % 3 === 2) clock.advance(1_000);
      }
      const read: Stretch[] = [];
      for (let page = await opened.stretches.read({ from, to: clock.now() + 1 }, undefined, 3); page.length > 0; page = await opened.stretches.read({ from, to: clock.now() + 1 }, read.at(-1), 3)) read.push(...page);
      expect(read.map(({ conversationId }) => conversationId).sort()).toEqual([...ids].sort());
      expect(read.map(({ startedAt }) => startedAt)).toEqual([...read.map(({ startedAt }) => startedAt)].sort((a, b) => a - b));
      expect(await opened.stretches.read({ from: from + 1_000, to: from + 2_000 }, undefined, 100)).toHaveLength(3);
    });

    it('counts what happened since a moment', async () => {
      await append(await begin(), handOff, assign, resolve);
      clock.advance(1_000);
      const since = clock.now();
      const [open, byAgent, byAssistant] = [await begin(), await begin(), await begin()];
      await append(open, handOff);
      await append(byAgent, handOff, assign, resolve);
      await append(byAssistant, { type: 'conversation.settled', data: { basis: 'confirmed' } });
      const { byAgent: counts, ...others } = await opened.stretches.countSince(since);
      expect(others).toEqual({ begun: 3, handed: 2, byAssistant: 1, resolved: 2 });
      expect([...counts]).toEqual([['ana', 1]]);
    });
  });
}
