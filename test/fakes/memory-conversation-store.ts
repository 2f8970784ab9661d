import { fold, foldAll, type Conversation } from '../../src/domain/conversation.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { ConversationEvent, EventDraft } from '../../src/domain/events.ts';
import { compareWaiting } from '../../src/domain/queue-order.ts';
import type { Clock, ConversationFilter, ConversationStore } from '../../src/ports.ts';

interface Stored {
  conversation: Conversation;
  readonly events: ConversationEvent[];
}

/** The port in memory, for tests: every call answers in a later microtask, as a database does. */
export function createMemoryConversationStore(clock: Clock): ConversationStore {
  const stored = new Map<string, Stored>();
  const byStartKey = new Map<string, string>();
  const all = (): Conversation[] => [...stored.values()].map(({ conversation }) => conversation);
  const waiting = (teams: readonly string[]): Conversation[] =>
    all().filter(({ owner }) => owner.kind === 'queue' && teams.includes(owner.team)).sort(compareWaiting);
  const number = (conversationId: string, after: number, drafts: readonly EventDraft[]): ConversationEvent[] =>
    drafts.map((draft, index) => ({ ...draft, conversationId, seq: after + index + 1, at: clock.now() }));

  return {
    async start({ id, startKey, drafts }) {
      await Promise.resolve();
      const existing = stored.get(byStartKey.get(startKey) ?? '');
      if (existing) return { conversation: existing.conversation, events: existing.events.slice(0, drafts.length), existed: true };
      const events = number(id, 0, drafts);
      const conversation = foldAll(id, events);
      stored.set(id, { conversation, events });
      byStartKey.set(startKey, id);
      return { conversation, events: [...events], existed: false };
    },
    async append(conversationId, expectedSeq, drafts) {
      await Promise.resolve();
      const found = stored.get(conversationId);
      if (!found) throw new AppError('not-found', `there is no conversation ${conversationId}`);
      if (found.conversation.seq !== expectedSeq) return 'conflict';
      const events = number(conversationId, expectedSeq, drafts);
      const ids = events.flatMap((event) => clientMessageIdOf(event) ?? []);
      if (found.events.some((event) => ids.includes(clientMessageIdOf(event) ?? ''))) throw new Error('this client message id stands in the log already');
      found.conversation = events.reduce(fold, found.conversation);
      found.events.push(...events);
      return { conversation: found.conversation, events };
    },
    async get(conversationId) {
      await Promise.resolve();
      return stored.get(conversationId)?.conversation;
    },
    async getMany(conversationIds) {
      await Promise.resolve();
      return conversationIds.flatMap((id) => stored.get(id)?.conversation ?? []);
    },
    async read(conversationId, after, limit) {
      await Promise.resolve();
      return (stored.get(conversationId)?.events ?? []).filter(({ seq }) => seq > after).slice(0, limit);
    },
    async findByClientMessageId(conversationId, clientMessageId) {
      await Promise.resolve();
      return stored.get(conversationId)?.events.find((event) => clientMessageIdOf(event) === clientMessageId);
    },
    async latestOfContact(contactId) {
      await Promise.resolve();
      return all().filter((one) => one.contactId === contactId).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
    },
    async list(filter, limit) {
      await Promise.resolve();
      return select(filter).slice(0, limit);
    },
    async countAhead(conversation) {
      await Promise.resolve();
      const { owner } = conversation;
      return owner.kind === 'queue' ? waiting([owner.team]).filter((one) => compareWaiting(one, conversation) < 0).length : 0;
    },
    async listWaiting(team) {
      await Promise.resolve();
      return waiting([team]).map(({ id }) => id);
    },
    async recentWaits({ team, urgency, since }, limit) {
      await Promise.resolve();
      return all().filter((one) => one.team === team && one.urgency === urgency && one.waitedMs !== null && (one.assignedAt ?? 0) > since)
        .sort((a, b) => (b.assignedAt ?? 0) - (a.assignedAt ?? 0)).slice(0, limit).map(({ waitedMs }) => waitedMs ?? 0);
    },
    async listUnanswered(at, limit) {
      await Promise.resolve();
      return all().filter(({ owner, unansweredAt }) => owner.kind === 'assistant' && unansweredAt !== null && unansweredAt < at)
        .sort((a, b) => (a.unansweredAt ?? 0) - (b.unansweredAt ?? 0)).slice(0, limit).map(({ id }) => id);
    },
  };

  function select(filter: ConversationFilter): Conversation[] {
    switch (filter.view) {
      case 'queue': return waiting(filter.teams);
      case 'mine': return all().filter(({ owner }) => owner.kind === 'agent' && owner.agentId === filter.agentId)
        .sort((a, b) => compareWaiting({ ...a, queuedAt: 0, id: '' }, { ...b, queuedAt: 0, id: '' }) || b.updatedAt - a.updatedAt);
      case 'all': return all().filter(({ status, team }) => status === filter.status && (filter.teams === 'all' || (team !== null && filter.teams.includes(team))))
        .sort((a, b) => b.updatedAt - a.updatedAt);
    }
  }
}

function clientMessageIdOf(event: ConversationEvent): string | undefined {
  return 'clientMessageId' in event.data ? event.data.clientMessageId : undefined;
}
