import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '../../src/domain/conversation.ts';
import { foldAll } from '../../src/domain/fold-conversation.ts';
import type { EventDraft } from '../../src/domain/events.ts';
import { compareLatest, compareOpen, compareWaiting, deadlineOf, type PageEdge } from '../../src/domain/queue-order.ts';
import { STOPPED } from '../../src/domain/sla.ts';
import { TEAMS, type Team } from '../../src/domain/teams.ts';
import type { Urgency } from '../../src/domain/urgencies.ts';
import type { Clock, ConversationStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedStore {
  readonly conversations: ConversationStore;
  close(): Promise<void>;
}

/** What every implementation of ConversationStore must do. */
export function describeConversationStore(name: string, open: (clock: Clock) => Promise<OpenedStore>): void {
  describe(`conversation store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedStore;
    let store: ConversationStore;
    beforeEach(async () => {
      opened = await open(clock);
      store = opened.conversations;
    });
    afterEach(() => opened.close());

    let counter = 0;
    const message = (text = 'hello'): EventDraft => ({ type: 'message.received', data: { clientMessageId: `message-${counter += 1}`, text } });
    const begin = async (contactId = 'contact'): Promise<Conversation> => {
      const { conversation } = await store.start({
        id: uuidv7(), startKey: `key-${counter += 1}`,
        drafts: [
          { type: 'conversation.started', data: { contactId, caseNumber: `case-${counter}`, locale: 'en', channel: 'widget' } },
          message(),
        ],
      });
      return conversation;
    };
    const queue = async (urgency: Urgency, team: Team = 'payments'): Promise<Conversation> => {
      const conversation = await begin();
      clock.advance(1);
      const appended = await store.append(conversation.id, conversation.seq, [
        { type: 'handoff.requested', data: { team, urgency, reason: 'asked', requestedBy: 'contact', ask: [] } },
      ]);
      if (appended === 'conflict') throw new Error('unexpected conflict');
      return appended.conversation;
    };

    it('keeps the state equal to what the log folds to', async () => {
      const conversation = await queue('high');
      const events = await store.read(conversation.id, 0, 100);
      // The clocks are the settings' affair, and no event's.
      expect(foldAll(conversation.id, events)).toEqual({ ...conversation, sla: STOPPED });
      expect(await store.get(conversation.id)).toEqual(conversation);
    });

    it('keeps what others write at the same moment where one write is refused', async () => {
      const [one, other] = [await begin(), await begin()];
      const outcomes = await Promise.allSettled([
        store.append(one.id, one.seq, [message('first')]),
        store.append(uuidv7(), 1, [message('to nobody')]),
        store.append(other.id, other.seq, [message('second')]),
        store.append(other.id, other.seq, [message('too late')]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      for (const { id, seq } of [one, other]) expect((await store.read(id, seq, 100)).map((event) => event.seq)).toEqual([seq + 1]);
    });

    it('begins a conversation once for one start key', async () => {
      const drafts: EventDraft[] = [
        { type: 'conversation.started', data: { contactId: 'c', caseNumber: 'case-once', locale: 'ar', channel: 'widget', page: '/fees' } },
        message('مرحبا'),
      ];
      const first = await store.start({ id: uuidv7(), startKey: 'same', drafts });
      const second = await store.start({ id: uuidv7(), startKey: 'same', drafts });
      expect(first.existed).toBe(false);
      expect(second).toEqual({ ...first, existed: true });
    });

    it('begins one conversation where two calls with one start key race', async () => {
      const drafts = (caseNumber: string): EventDraft[] => [
        { type: 'conversation.started', data: { contactId: 'c', caseNumber, locale: 'en', channel: 'widget' } }, message(),
      ];
      const [a, b] = await Promise.all(['a', 'b'].map((caseNumber) => store.start({ id: uuidv7(), startKey: 'race', drafts: drafts(caseNumber) })));
      expect(a?.conversation.id).toBe(b?.conversation.id);
    });

    it('numbers events from 1 without gaps', async () => {
      const conversation = await begin();
      await store.append(conversation.id, 2, [message(), message()]);
      const events = await store.read(conversation.id, 0, 100);
      expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    });

    it('refuses an append behind the end of the log and writes nothing', async () => {
      const conversation = await begin();
      await store.append(conversation.id, conversation.seq, [message('first')]);
      expect(await store.append(conversation.id, conversation.seq, [message('late')])).toBe('conflict');
      expect(await store.read(conversation.id, conversation.seq, 100)).toHaveLength(1);
    });

    it('lets exactly one of many appends at the same place through', async () => {
      const conversation = await begin();
      const results = await Promise.all(Array.from({ length: 20 }, () => store.append(conversation.id, conversation.seq, [message()])));
      expect(results.filter((result) => result !== 'conflict')).toHaveLength(1);
    });

    it('writes all events of an append or none', async () => {
      const conversation = await begin();
      const twice = message('twice');
      await store.append(conversation.id, 2, [twice]);
      await expect(store.append(conversation.id, 3, [message('new'), twice])).rejects.toThrow();
      expect((await store.get(conversation.id))?.seq).toBe(3);
      expect(await store.read(conversation.id, 3, 100)).toEqual([]);
    });

    it('loses nothing of others when one of many appends in a tick fails', async () => {
      const conversations = await Promise.all(Array.from({ length: 10 }, () => begin()));
      const twice = message();
      await store.append(conversations[0]?.id ?? '', 2, [twice]);
      const results = await Promise.allSettled(conversations.map(({ id }, index) => store.append(id, index === 0 ? 3 : 2, [index === 0 ? twice : message()])));
      expect(results.map(({ status }) => status)).toEqual(['rejected', ...Array.from({ length: 9 }, () => 'fulfilled')]);
      expect((await store.get(conversations[9]?.id ?? ''))?.seq).toBe(3);
    });

    it('rejects an append to a conversation that does not exist', async () => {
      await expect(store.append(uuidv7(), 1, [message()])).rejects.toMatchObject({ code: 'not-found' });
    });

    it('reads after a cursor, in order, up to a limit', async () => {
      const conversation = await begin();
      await store.append(conversation.id, 2, Array.from({ length: 5 }, () => message()));
      expect((await store.read(conversation.id, 3, 2)).map(({ seq }) => seq)).toEqual([4, 5]);
    });

    it('keeps every character of a text', async () => {
      const text = 'line\nbreak "quote" \\ \u0000 𝒳 👩‍👩‍👧 \u202E مرحبا 提币';
      const conversation = await begin();
      await store.append(conversation.id, 2, [message(text)]);
      const [event] = await store.read(conversation.id, 2, 1);
      expect(event?.type === 'message.received' && event.data.text).toBe(text);
    });

    it('finds a message by its client id within its conversation only', async () => {
      const [one, other] = [await begin(), await begin()];
      await store.append(one.id, 2, [{ type: 'message.received', data: { clientMessageId: 'known-id', text: 'x' } }]);
      expect((await store.findByClientMessageId(one.id, 'known-id'))?.seq).toBe(3);
      expect(await store.findByClientMessageId(other.id, 'known-id')).toBeUndefined();
    });

    it('finds the conversation of a contact that was begun last', async () => {
      const older = await begin('ana');
      clock.advance(10);
      const newer = await begin('ana');
      expect((await store.latestOfContact('ana'))?.id).toBe(newer.id);
      await store.append(older.id, 2, [message()]);
      expect((await store.latestOfContact('ana'))?.id).toBe(newer.id);
      expect(await store.latestOfContact('nobody')).toBeUndefined();
    });

    it('orders a queue by urgency, then by waiting time', async () => {
      const [low, high, critical, highLater] = [await queue('low'), await queue('high'), await queue('critical'), await queue('high')];
      const order = [critical.id, high.id, highLater.id, low.id];
      expect((await store.list({ view: 'queue', teams: ['payments'] }, 100)).map(({ id }) => id)).toEqual(order);
      expect((await store.listWaiting('payments')).map(({ id }) => id)).toEqual(order);
      expect(await Promise.all([critical, high, highLater, low].map((one) => store.countAhead(one)))).toEqual([0, 1, 2, 3]);
    });

    it('keeps the queues of teams apart', async () => {
      const security = await queue('high', 'security');
      await queue('critical', 'fraud');
      expect(await store.countAhead(security)).toBe(0);
      expect(await store.list({ view: 'queue', teams: ['security'] }, 100)).toHaveLength(1);
      expect(await store.list({ view: 'queue', teams: ['security', 'fraud'] }, 100)).toHaveLength(2);
      expect(await store.list({ view: 'queue', teams: [] }, 100)).toEqual([]);
    });

    it('lists the waiting of one urgency', async () => {
      const [, high] = [await queue('low'), await queue('high'), await queue('critical')];
      expect((await store.list({ view: 'queue', teams: ['payments', 'security'], urgency: 'high' }, 10)).map(({ id }) => id)).toEqual([high.id]);
    });

    it('lists and counts what is due by a time, the nearest first, and not what is promised nothing', async () => {
      const [normal, critical] = [await queue('normal'), await queue('critical')];
      await begin();
      const resolved = await queue('high');
      await store.append(resolved.id, resolved.seq, [{ type: 'conversation.resolved', data: { agentId: 'ana', name: 'Ana' } }]);
      const inDays = (days: number): number => clock.now() + days * 86_400_000;
      expect((await store.listAtRisk(inDays(30), 10)).map(({ id }) => id)).toEqual([critical.id, normal.id]);
      expect(await store.listAtRisk(inDays(30), 1)).toHaveLength(1);
      expect(await store.countAtRisk(inDays(30))).toBe(2);
      expect(await store.countAtRisk(critical.sla.dueAt['first-response'] ?? 0)).toBe(1);
      expect(await store.listAtRisk(clock.now(), 10)).toEqual([]);
    });

    it('counts what the assistant has', async () => {
      await begin();
      await queue('low');
      expect(await store.countAssistants()).toBe(1);
    });

    it('lists what an agent owns, and what is open or resolved', async () => {
      const conversation = await queue('normal');
      await store.append(conversation.id, conversation.seq, [
        { type: 'conversation.assigned', data: { agentId: 'ana', name: 'Ana', team: 'payments', byAgentId: 'ana' } },
      ]);
      expect((await store.list({ view: 'mine', agentId: 'ana' }, 10)).map(({ id }) => id)).toEqual([conversation.id]);
      expect(await store.list({ view: 'queue', teams: ['payments'] }, 10)).toEqual([]);
      await store.append(conversation.id, conversation.seq + 1, [{ type: 'conversation.resolved', data: { agentId: 'ana', name: 'Ana' } }]);
      expect(await store.list({ view: 'mine', agentId: 'ana' }, 10)).toEqual([]);
      expect(await store.list({ view: 'all', status: 'resolved', teams: 'all' }, 10)).toHaveLength(1);
      expect(await store.list({ view: 'all', status: 'resolved', teams: ['fraud'] }, 10)).toHaveLength(0);
      expect(await store.list({ view: 'all', status: 'resolved', teams: ['payments'] }, 10)).toHaveLength(1);
    });

    it('gives long lists page by page, each in its order, without a gap or a repetition', async () => {
      for (const [index, urgency] of (['low', 'high', 'critical', 'high', 'normal', 'low', 'critical'] as const).entries()) {
        await queue(urgency, index % 2 === 0 ? 'payments' : 'security');
        clock.advance(index % 3);
      }
      await begin();
      const resolved = [await queue('high'), await queue('low'), await queue('normal')];
      for (const { id, seq } of resolved) await store.append(id, seq, [{ type: 'conversation.resolved', data: { agentId: 'ana', name: 'Ana' } }]);
      const orders = { queue: compareWaiting, open: compareOpen, resolved: compareLatest };
      for (const [view, count] of [['queue', 7], ['open', 8], ['resolved', 3]] as const) {
        const all = await store.listPage(view === 'queue' ? { view, teams: TEAMS } : { view, teams: 'all' }, null, 100);
        expect(all).toHaveLength(count);
        expect([...all].sort(orders[view])).toEqual(all);
        const paged: string[] = [];
        for (let edge: PageEdge | null = null; ;) {
          const page: Conversation[] = await store.listPage(view === 'queue' ? { view, teams: TEAMS } : { view, teams: 'all' }, edge, 2);
          paged.push(...page.map(({ id }) => id));
          const last = page.at(-1);
          if (!last) break;
          edge = { ...last, dueAt: deadlineOf(last) };
        }
        expect(paged).toEqual(all.map(({ id }) => id));
      }
      expect(await store.listPage({ view: 'open', teams: ['security'] }, null, 100)).toHaveLength(3);
      expect(await store.listPage({ view: 'resolved', teams: ['security'] }, null, 100)).toEqual([]);
    });

    it('counts what is open by team', async () => {
      await begin();
      await queue('low', 'fraud');
      const resolved = await queue('low', 'fraud');
      await store.append(resolved.id, resolved.seq, [{ type: 'conversation.resolved', data: { agentId: 'ana', name: 'Ana' } }]);
      expect(await store.countOpen()).toEqual(new Map([[null, 1], ['fraud', 1]]));
    });

    it('lists what the assistant left unanswered, the oldest first', async () => {
      const first = await begin();
      clock.advance(5);
      const second = await begin();
      await queue('normal');
      clock.advance(5);
      expect(await store.listUnanswered(clock.now(), 10)).toEqual([first.id, second.id]);
      expect(await store.listUnanswered(clock.now(), 1)).toEqual([first.id]);
      expect(await store.listUnanswered(clock.now() - 8, 10)).toEqual([first.id]);
    });

    it('gets many at once and passes over those that do not exist', async () => {
      const [one, two] = [await begin(), await begin()];
      const found = await store.getMany([one.id, uuidv7(), two.id]);
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set([one.id, two.id]));
      expect(await store.getMany([])).toEqual([]);
    });
  });
}
