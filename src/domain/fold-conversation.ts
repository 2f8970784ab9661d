import type { Conversation } from './conversation.ts';
import type { ConversationEvent, EventData } from './events.ts';
import { DANGERS, type Intent } from './intents.ts';
import { STOPPED } from './sla.ts';
import { raiseUrgency, urgencyRank } from './urgencies.ts';

/** Length to which the last message is kept for lists. */
const SNIPPET_LENGTH = 140;

/** A new conversation from the drafts that begin it; the first must be `conversation.started`. */
export function foldAll(id: string, events: readonly ConversationEvent[]): Conversation {
  const [first, ...rest] = events;
  if (first?.type !== 'conversation.started') throw new Error(`conversation ${id} does not begin with conversation.started`);
  const { contactId, caseNumber, channel, locale, region = null, timeZone = null } = first.data;
  const started: Conversation = {
    id, contactId, caseNumber, channel, locale,
    status: 'open', owner: { kind: 'assistant' }, team: null, topic: null, region, urgency: 'low', intent: null,
    seq: first.seq, createdAt: first.at, updatedAt: first.at,
    queuedAt: null, unansweredSeq: null, unansweredAt: null, contactSeq: 0, heardSeq: 0, assignedSeq: 0,
    assignedAt: null, waitedMs: null, failedTurns: 0, unhelpfulAnswers: 0, attacks: 0, lastMessage: null, rating: null,
    helped: false, timeZone, email: null, handedAt: null, respondedAt: null, handoffReason: null, lastAgent: null, stretchAgent: null, cameBack: false, releasedBy: null, snoozedUntil: null,
    threads: [], mentioned: [], invited: [], resolvedAt: null, resolvedBy: null, followedUpAt: null, solved: null, reviewed: false,
    stretch: 1, stretchAt: first.at, basis: null, ratingComment: null,
    sla: STOPPED, warned: {}, breached: {},
  };
  return rest.reduce(fold, started);
}

/** The state after one more event. Pure; throws when the event is not the next one. */
export function fold(conversation: Conversation, event: ConversationEvent): Conversation {
  if (event.seq !== conversation.seq + 1) {
    throw new Error(`conversation ${conversation.id}: event ${event.seq} does not follow ${conversation.seq}`);
  }
  return { ...conversation, ...changes(conversation, event), seq: event.seq, updatedAt: event.at };
}

function changes(state: Conversation, event: ConversationEvent): Partial<Conversation> {
  switch (event.type) {
    case 'message.received':
      return {
        lastMessage: { from: 'contact', text: snippet(event.data.text), at: event.at },
        unansweredSeq: state.unansweredSeq ?? event.seq,
        unansweredAt: state.unansweredAt ?? event.at,
        contactSeq: event.seq,
      };
    case 'message.sent':
      return messageSent(state, event.data, event.at);
    case 'turn.decided':
      return turnDecided(state, event.data);
    case 'message.understood':
      return messageUnderstood(state, event.data);
    case 'locale.changed':
      return { locale: event.data.locale };
    case 'urgency.raised':
      return { urgency: raiseUrgency(state.urgency, event.data.urgency) };
    case 'handoff.requested':
      return {
        owner: { kind: 'queue', team: event.data.team },
        team: event.data.team,
        urgency: raiseUrgency(state.urgency, event.data.urgency),
        // Who is moved to another team has waited since the first.
        queuedAt: state.owner.kind === 'queue' ? state.queuedAt : event.at,
        handedAt: state.handedAt ?? event.at,
        handoffReason: event.data.reason,
        cameBack: event.data.reason === 'reopened',
      };
    case 'conversation.assigned':
      return assigned(state, event.data, event);
    case 'conversation.released':
    case 'conversation.transferred':
      return { owner: { kind: 'queue', team: event.data.team }, team: event.data.team, queuedAt: state.queuedAt ?? event.at, snoozedUntil: null, cameBack: false, releasedBy: releaserIn(event) };
    case 'conversation.returned':
      return { owner: { kind: 'assistant' }, queuedAt: null, failedTurns: 0, unhelpfulAnswers: 0, ...NO_LONGER_WITH_PEOPLE, ...leftByAgent(state) };
    case 'conversation.resolved':
      return { ...CLOSED, resolvedBy: 'agent', resolvedAt: event.at, basis: null };
    case 'conversation.settled':
      return { ...CLOSED, resolvedBy: 'assistant', resolvedAt: event.at, basis: event.data.basis };
    case 'conversation.reopened':
      return {
        status: 'open', owner: { kind: 'assistant' }, failedTurns: 0, unhelpfulAnswers: 0, rating: null, helped: false,
        // A contact who comes back may want something else; a colleague goes on with the same.
        urgency: event.data.by === 'contact' ? 'low' : state.urgency,
        handoffReason: null, followedUpAt: null, solved: null, warned: {}, breached: {}, reviewed: false, ratingComment: null, stretchAgent: null, cameBack: false, releasedBy: null,
        stretch: state.stretch + 1, stretchAt: event.at, ...NO_LONGER_WITH_PEOPLE,
      };
    case 'conversation.rated':
      return { rating: event.data.score, ratingComment: event.data.comment ?? null };
    case 'answer.rated':
      return { unhelpfulAnswers: event.data.helpful ? 0 : state.unhelpfulAnswers + 1, helped: event.data.helpful };
    default:
      return changesForPeople(state, event);
  }
}

/** What happens among people, or between them and the contact, without changing whose conversation it is. */
function changesForPeople(state: Conversation, event: ConversationEvent): Partial<Conversation> {
  switch (event.type) {
    case 'note.added':
      return { mentioned: withMentions(state.mentioned, event.data), invited: withMentions(state.invited, event.data, 'kept') };
    case 'mention.seen':
      return { mentioned: state.mentioned.filter((id) => id !== event.data.agentId) };
    case 'conversation.snoozed':
      return { snoozedUntil: event.data.until };
    case 'conversation.woken':
      return { snoozedUntil: null };
    case 'thread.opened':
      return { threads: [...state.threads, { threadId: event.data.threadId, to: event.data.to, lastAt: event.at, waits: true }] };
    case 'thread.replied':
      return { threads: state.threads.map((thread) => (thread.threadId === event.data.threadId ? { ...thread, lastAt: event.at, waits: isOwn(state, event.data.author) } : thread)) };
    case 'thread.closed':
      return { threads: state.threads.filter(({ threadId }) => threadId !== event.data.threadId) };
    case 'sla.warned':
      return { warned: { ...state.warned, [event.data.target]: event.data.dueAt } };
    case 'sla.breached':
      return { breached: { ...state.breached, [event.data.target]: event.data.dueAt } };
    case 'follow-up.answered':
      return { solved: event.data.solved };
    case 'contact.reachable':
      return { email: event.data.email };
    case 'conversation.reviewed':
      return { reviewed: true };
    default:
      return {};
  }
}

/** Who gave it back by choice; who was lost from the connection did not. */
function releaserIn(event: ConversationEvent): string | null {
  return event.type === 'conversation.released' && event.data.reason === 'released' ? event.data.agentId : null;
}

const NO_LONGER_WITH_PEOPLE = { handedAt: null, respondedAt: null, snoozedUntil: null } as const;
const CLOSED = { status: 'resolved', owner: { kind: 'assistant' }, queuedAt: null, unansweredSeq: null, unansweredAt: null, snoozedUntil: null, threads: [] } as const;

function assigned(state: Conversation, { agentId, name, team }: EventData<'conversation.assigned'>, { seq, at }: ConversationEvent): Partial<Conversation> {
  return {
    owner: { kind: 'agent', team, agentId, name }, team, lastAgent: { agentId, name }, stretchAgent: { agentId, name }, cameBack: false, releasedBy: null,
    assignedSeq: seq, assignedAt: at, handedAt: state.handedAt ?? at, snoozedUntil: null,
    waitedMs: state.owner.kind === 'queue' && state.queuedAt !== null ? at - state.queuedAt : state.waitedMs,
  };
}

/** Whom notes call. @param writer unless kept, whoever writes is taken off: they have looked. */
function withMentions(before: readonly string[], { author, mentions = [] }: EventData<'note.added'>, writer: 'taken-off' | 'kept' = 'taken-off'): readonly string[] {
  if (mentions.length === 0 && !before.includes(author.agentId)) return before;
  return [...new Set([...before, ...mentions])].filter((id) => writer === 'kept' || id !== author.agentId);
}

/** Whether somebody is the one who has the conversation, and so the one who asks in its side threads. */
function isOwn({ owner, lastAgent }: Conversation, author: { readonly agentId: string }): boolean {
  return author.agentId === (owner.kind === 'agent' ? owner.agentId : lastAgent?.agentId);
}

function turnDecided(state: Conversation, { ofSeq, understanding, team, failed, action }: EventData<'turn.decided'>): Partial<Conversation> {
  const { intent, urgency } = understanding;
  // Another topic, or thanks, begins anew; an answer to the same thing has yet to prove itself.
  const begins = action === 'chat' || (intent !== state.intent && action === 'answer');
  return {
    intent, heardSeq: ofSeq, topic: team, ...(action === 'chat' ? {} : { helped: false }),
    urgency: raiseUrgency(state.urgency, urgency),
    failedTurns: failed ? state.failedTurns + 1 : begins ? 0 : state.failedTurns,
    attacks: state.attacks + attacksIn(understanding),
  };
}

/** What is heard while people have the conversation changes what it is about only where it is more urgent, or another danger. */
function messageUnderstood(state: Conversation, { ofSeq, understanding }: EventData<'message.understood'>): Partial<Conversation> {
  const { intent, urgency } = understanding;
  const isAlarm = urgencyRank(urgency) < urgencyRank(state.urgency) || (urgency === 'critical' && (DANGERS as readonly Intent[]).includes(intent));
  return { heardSeq: ofSeq, attacks: state.attacks + attacksIn(understanding), ...(isAlarm ? { intent } : {}) };
}

function attacksIn({ intent }: EventData<'turn.decided'>['understanding']): number {
  return intent === 'prompt_attack' ? 1 : 0;
}

/**
 * What the contact wrote to the colleague and got no reply to is the assistant's to answer now. What
 * was written before the colleague came is settled: it was why the colleague came.
 */
function leftByAgent({ unansweredSeq, unansweredAt, assignedSeq, contactSeq }: Conversation): Pick<Conversation, 'unansweredSeq' | 'unansweredAt'> {
  if (unansweredSeq === null || contactSeq < assignedSeq) return { unansweredSeq: null, unansweredAt: null };
  return { unansweredSeq: Math.max(unansweredSeq, assignedSeq), unansweredAt };
}

function messageSent(state: Conversation, data: EventData<'message.sent'>, at: number): Partial<Conversation> {
  const lastMessage = { from: data.author.kind, text: snippet(data.text), at };
  if (data.kind === 'follow-up') return { lastMessage, followedUpAt: at };
  // What the assistant says as people take over is no answer, and not what a colleague needs to see in a list.
  const answers = data.author.kind === 'agent' || state.owner.kind === 'assistant';
  const responds = data.author.kind === 'agent' && state.respondedAt === null;
  return answers ? { lastMessage, unansweredSeq: null, unansweredAt: null, ...(responds ? { respondedAt: at } : {}) } : {};
}

function snippet(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= SNIPPET_LENGTH ? line : `${line.slice(0, SNIPPET_LENGTH - 1)}…`;
}
