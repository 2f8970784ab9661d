import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Clock, ConversationQuestions, ConversationStore, Question, QuestionGroup, QuestionStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedQuestions {
  readonly questions: QuestionStore;
  readonly conversations: ConversationStore;
  close(): Promise<void>;
}

const PROFILE = { size: 1, classes: { 'article:a': 0.5 }, concepts: {}, words: { en: { nft: 1 } } };

/** What every implementation of QuestionStore must do. */
export function describeQuestionStore(name: string, open: (clock: Clock) => Promise<OpenedQuestions>): void {
  describe(`question store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedQuestions;
    let store: QuestionStore;
    beforeEach(async () => {
      opened = await open(clock);
      store = opened.questions;
    });
    afterEach(() => opened.close());

    const begin = async (): Promise<Conversation> => (await opened.conversations.start({
      id: uuidv7(), startKey: randomUUID(),
      drafts: [{ type: 'conversation.started', data: { contactId: 'c', caseNumber: randomUUID(), locale: 'en', channel: 'widget' } }],
    })).conversation;
    const question = (conversationId: string, seq: number, more: Partial<Question> = {}): Question => ({
      conversationId, seq, at: seq * 1_000, locale: 'en', text: 'can i buy nft', outcome: 'unclear', intent: 'out_of_scope', articleId: null, helped: null, handedOver: false, groupId: null, ...more,
    });
    const read = (conversationId: string, questions: readonly Question[], seq = 10): ConversationQuestions => ({ conversationId, seq, at: clock.now(), questions });
    const group = (id: string, createdAt = 0): QuestionGroup => ({ id, example: { text: 'can i buy nft', locale: 'en' }, createdAt, profile: PROFILE, startedArticleId: null, closed: null });

    it('names what was not read yet, the earliest change first, and what changed since', async () => {
      const first = await begin();
      clock.advance(5);
      const second = await begin();
      const named = async (): Promise<string[]> => (await store.listUnread(10)).map(({ conversationId }) => conversationId);
      expect(await named()).toEqual([first.id, second.id]);
      expect(await store.listUnread(1)).toEqual([{ conversationId: first.id, seq: 1, at: first.updatedAt }]);
      await store.replace([{ conversationId: second.id, seq: second.seq, at: second.updatedAt, questions: [] }], []);
      // One that is committed later than it was written is not passed over.
      expect(await named()).toEqual([first.id]);
      await store.replace([{ conversationId: first.id, seq: first.seq, at: first.updatedAt, questions: [] }], []);
      expect(await named()).toEqual([]);
      clock.advance(5);
      await opened.conversations.append(second.id, second.seq, [{ type: 'locale.changed', data: { locale: 'de' } }]);
      expect(await named()).toEqual([second.id]);
    });

    it('replaces the questions of a conversation as a whole, and never by an earlier reading', async () => {
      const groupId = randomUUID();
      const rows = [question('x', 2, { groupId }), question('x', 5, { text: null, outcome: 'answered', articleId: 'deposit-late', helped: true, handedOver: true })];
      await store.replace([read('x', rows)], [group(groupId)]);
      expect(await store.listOfConversation('x')).toEqual(rows);
      await store.replace([read('x', [question('x', 2)], 9)], []);
      expect(await store.listOfConversation('x')).toEqual(rows);
      await store.replace([read('x', [question('x', 2)], 10)], []);
      expect(await store.listOfConversation('x')).toEqual([question('x', 2)]);
      await store.replace([read('x', [], 11)], []);
      expect(await store.listOfConversation('x')).toEqual([]);
    });

    it('keeps groups, and what editors did with them when a group grows', async () => {
      const [id, late] = [randomUUID(), randomUUID()];
      await store.replace([read('x', [question('x', 2, { groupId: id })])], [group(id), group(late, 50_000)]);
      const closed = { at: 7, by: { id: 'e', name: 'Eve' }, total: 1, note: 'done' };
      expect(await store.closeGroup(id, closed)).toBe(true);
      expect(await store.noteArticle(id, 'nft')).toBe(true);
      await store.replace([], [{ ...group(id), profile: { ...PROFILE, size: 2 } }]);
      const expected = { ...group(id), profile: { ...PROFILE, size: 2 }, closed, startedArticleId: 'nft' };
      expect(await store.getGroup(id)).toEqual(expected);
      expect(await store.listGroups(0)).toEqual([expected, group(late, 50_000)]);
      expect((await store.listGroups(2_000)).map((one) => one.id)).toEqual([id, late]);
      expect((await store.listGroups(2_001)).map((one) => one.id)).toEqual([late]);
      expect(await store.closeGroup(id, null)).toBe(true);
      expect((await store.getGroup(id))?.closed).toBeNull();
      expect(await store.closeGroup(randomUUID(), closed)).toBe(false);
      expect(await store.noteArticle(randomUUID(), 'nft')).toBe(false);
      expect(await store.getGroup(randomUUID())).toBeUndefined();
    });

    it('counts groups by language and outcome in a span, and ever', async () => {
      const [a, b] = [randomUUID(), randomUUID()];
      await store.replace([
        read('x', [question('x', 1, { groupId: a }), question('x', 2, { groupId: a, locale: 'de' }), question('x', 3, { groupId: a, outcome: 'declined' })]),
        read('y', [question('y', 2, { groupId: a }), question('y', 3, { groupId: b }), question('y', 4)]),
      ], [group(a), group(b)]);
      const counts = await store.countGroups({ from: 2_000, to: 4_000 });
      expect(counts).toHaveLength(4);
      expect(counts).toEqual(expect.arrayContaining([
        { groupId: a, locale: 'de', outcome: 'unclear', count: 1 }, { groupId: a, locale: 'en', outcome: 'declined', count: 1 },
        { groupId: a, locale: 'en', outcome: 'unclear', count: 1 }, { groupId: b, locale: 'en', outcome: 'unclear', count: 1 },
      ]));
      expect(await store.totalGroups([a, randomUUID()])).toEqual(new Map([[a, { total: 4, firstAt: 1_000, lastAt: 3_000 }]]));
      expect(await store.count({ from: 2_000, to: 4_000 })).toBe(4);
      expect((await store.listOfGroup(a, 2)).map(({ conversationId, seq }) => `${conversationId}${seq}`)).toEqual(['x3', 'y2']);
      expect(await store.timesOfGroup(a, { from: 1_000, to: 3_000 })).toEqual([1_000, 2_000, 2_000]);
    });

    it('counts how articles are used: a conversation once, however often it was given there', async () => {
      const answered = (conversationId: string, seq: number, more: Partial<Question> = {}): Question => question(conversationId, seq, { outcome: 'answered', articleId: 'deposit-late', ...more });
      await store.replace([
        read('x', [answered('x', 1, { helped: true, handedOver: true }), answered('x', 2, { helped: false, outcome: 'unhelpful', handedOver: true })]),
        read('y', [answered('y', 2), answered('y', 3, { locale: 'ja' }), question('y', 4), answered('y', 9)]),
      ], []);
      const en = { articleId: 'deposit-late', locale: 'en', uses: 3, helped: 1, notHelped: 1, conversations: 2, handedOver: 1 };
      const ja = { articleId: 'deposit-late', locale: 'ja', uses: 1, helped: 0, notHelped: 0, conversations: 1, handedOver: 0 };
      expect(await store.countUse({ from: 0, to: 9_000 }, null)).toEqual([en, ja]);
      expect(await store.countUse({ from: 0, to: 9_000 }, 'ja')).toEqual([ja]);
      expect(await store.countUse({ from: 9_001, to: 10_000 }, null)).toEqual([]);
      expect((await store.listOfArticle('deposit-late', { from: 0, to: 9_000 }, 3)).map(({ conversationId, seq }) => `${conversationId}${seq}`)).toEqual(['y3', 'y2', 'x2']);
    });
  });
}
