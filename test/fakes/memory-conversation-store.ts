import { STANDARD_SETTINGS } from '../../src/domain/desk-settings.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { fold, foldAll } from '../../src/domain/fold-conversation.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { ConversationEvent, EventDraft } from '../../src/domain/events.ts';
import { compareLatest, compareOpen, compareWaiting, deadlineOf, NO_DEADLINE } from '../../src/domain/queue-order.ts';
import { runClocks } from '../../src/domain/run-clocks.ts';
import { STOPPED } from '../../src/domain/sla.ts';
import { TEAMS } from '../../src/domain/teams.ts';
import { URGENCIES } from '../../src/domain/urgencies.ts';
import type { Clock, ConversationFilter, ConversationStore } from '../../src/ports.ts';

interface Stored {
  conversation: Conversation;
  timerAt: number | null;
  readonly events: ConversationEvent[];
}

/** The port in memory, for tests: every call answers in a later microtask, as a database does. */
export function createMemoryConversationStore(clock: Clock, settings = () => STANDARD_SETTINGS): ConversationStore {
  const stored = new Map<string, Stored>();
  const byStartKey = new Map<string, string>();
  const all = (): Conversation[] => [...stored.values()].map(({ conversation }) => conversation);
  const waiting = (teams: readonly string[]): Conversation[] =>
    all().filter(({ owner }) => owner.kind === 'queue' && teams.includes(owner.team)).sort(compareWaiting);
  const dueBy = (until: number): Conversation[] => all().filter((one) => deadlineOf(one) <= until).sort((a, b) => deadlineOf(a) - deadlineOf(b));
  const number = (conversationId: string, after: number, drafts: readonly EventDraft[]): ConversationEvent[] =>
    drafts.map((draft, index) => ({ ...draft, conversationId, seq: after + index + 1, at: clock.now() }));

  return {
    async start({ id, startKey, drafts }) {
      await Promise.resolve();
      const existing = stored.get(byStartKey.get(startKey) ?? '');
      if (existing) return { conversation: existing.conversation, events: existing.events.slice(0, drafts.length), existed: true };
      const events = number(id, 0, drafts);
      const { conversation, timerAt } = runClocks(STOPPED, foldAll(id, events), settings());
      stored.set(id, { conversation, timerAt, events });
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
      Object.assign(found, runClocks(found.conversation.sla, events.reduce(fold, found.conversation), settings()));
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
    async listOfContact(contactId, limit) {
      await Promise.resolve();
      return all().filter((one) => one.contactId === contactId).sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit);
    },
    async findByCaseNumber(caseNumber) {
      await Promise.resolve();
      return all().find((one) => one.caseNumber === caseNumber);
    },
    async listDue(at, limit) {
      await Promise.resolve();
      return [...stored.values()].filter(({ timerAt }) => timerAt !== null && timerAt <= at)
        .sort((a, b) => (a.timerAt ?? 0) - (b.timerAt ?? 0)).slice(0, limit).map(({ conversation }) => conversation);
    },
    async listClocked() {
      await Promise.resolve();
      return [...stored.values()].filter(({ timerAt }) => timerAt !== null).map(({ conversation }) => conversation.id);
    },
    async rewind(conversationIds) {
      await Promise.resolve();
      for (const id of conversationIds) {
        const found = stored.get(id);
        if (found) Object.assign(found, runClocks(found.conversation.sla, found.conversation, settings()));
      }
    },
    async countOwned() {
      await Promise.resolve();
      const owned = all().flatMap(({ owner, snoozedUntil }) => (owner.kind === 'agent' && snoozedUntil === null ? [owner.agentId] : []));
      return new Map([...new Set(owned)].map((agentId) => [agentId, owned.filter((one) => one === agentId).length]));
    },
    async countWaiting() {
      await Promise.resolve();
      return TEAMS.flatMap((team) => URGENCIES.flatMap((urgency) => {
        const those = waiting([team]).filter((one) => one.urgency === urgency);
        return those.length === 0 ? [] : [{ team, urgency, count: those.length, since: Math.min(...those.map(({ queuedAt }) => queuedAt ?? Infinity)), dueAt: Math.min(...those.map(deadlineOf)) }];
      }));
    },
    async list(filter, limit) {
      await Promise.resolve();
      return select(filter).slice(0, limit);
    },
    async listPage({ view, teams }, after, limit) {
      await Promise.resolve();
      const compare = { queue: compareWaiting, open: compareOpen, resolved: compareLatest }[view];
      const isIn = (one: Conversation): boolean => (view === 'queue' ? one.owner.kind === 'queue' : one.status === view);
      const teamOf = ({ owner, team }: Conversation): string | null => (view === 'queue' && owner.kind === 'queue' ? owner.team : team);
      return all().filter((one) => isIn(one) && (teams === 'all' || (teams as readonly (string | null)[]).includes(teamOf(one)))).sort(compare)
        .filter((one) => !after || compare(one, { ...one, ...after, sla: { ...STOPPED, dueAt: after.dueAt === NO_DEADLINE ? {} : { resolution: after.dueAt } } }) > 0).slice(0, limit);
    },
    async countOpen() {
      await Promise.resolve();
      const open = all().filter(({ status }) => status === 'open').map(({ team }) => team);
      return new Map([...new Set(open)].map((team) => [team, open.filter((one) => one === team).length]));
    },
    async countAhead(conversation) {
      await Promise.resolve();
      const { owner } = conversation;
      return owner.kind === 'queue' ? waiting([owner.team]).filter((one) => compareWaiting(one, conversation) < 0).length : 0;
    },
    async listWaiting(team) {
      await Promise.resolve();
      return waiting([team]).map(({ id, urgency }) => ({ id, urgency }));
    },
    async recentWaits({ team, urgency, since }, limit) {
      await Promise.resolve();
      return all().filter((one) => one.team === team && one.urgency === urgency && one.waitedMs !== null && (one.assignedAt ?? 0) > since)
        .sort((a, b) => (b.assignedAt ?? 0) - (a.assignedAt ?? 0)).slice(0, limit).map(({ waitedMs }) => waitedMs ?? 0);
    },
    async listAtRisk(until, limit) {
      await Promise.resolve();
      return dueBy(until).slice(0, limit);
    },
    async countAtRisk(until) {
      await Promise.resolve();
      return dueBy(until).length;
    },
    async countAssistants() {
      await Promise.resolve();
      return all().filter(({ status, owner }) => status === 'open' && owner.kind === 'assistant').length;
    },
    async listUnanswered(at, limit) {
      await Promise.resolve();
      return all().filter(({ owner, unansweredAt }) => owner.kind === 'assistant' && unansweredAt !== null && unansweredAt < at)
        .sort((a, b) => (a.unansweredAt ?? 0) - (b.unansweredAt ?? 0)).slice(0, limit).map(({ id }) => id);
    },
  };

  function select(filter: ConversationFilter): Conversation[] {
    switch (filter.view) {
      case 'queue': return waiting(filter.teams).filter(({ urgency }) => filter.urgency === undefined || urgency === filter.urgency);
      case 'mine': return all().filter(({ owner }) => owner.kind === 'agent' && owner.agentId === filter.agentId)
        .sort((a, b) => compareWaiting({ ...a, queuedAt: 0, id: '', sla: STOPPED }, { ...b, queuedAt: 0, id: '', sla: STOPPED }) || b.updatedAt - a.updatedAt);
      case 'all': return all().filter(({ status, team }) => status === filter.status && (filter.teams === 'all' || (team !== null && filter.teams.includes(team))))
        .sort((a, b) => b.updatedAt - a.updatedAt);
      case 'calls': return all().filter(({ threads, mentioned }) => threads.length > 0 || mentioned.length > 0).sort((a, b) => b.updatedAt - a.updatedAt);
      case 'unreviewed': return all().filter(({ status, reviewed, lastAgent, resolvedAt }) => status === 'resolved' && !reviewed && lastAgent !== null && (resolvedAt ?? 0) >= filter.since)
        .sort((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0));
    }
  }
}

function clientMessageIdOf(event: ConversationEvent): string | undefined {
  return 'clientMessageId' in event.data ? event.data.clientMessageId : undefined;
}
