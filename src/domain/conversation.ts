import type { ConversationEvent, EventData, ThreadAddressee } from './events.ts';
import type { HandoffReason } from './handoff.ts';
import { DANGERS, type Intent } from './intents.ts';
import type { Locale } from './locales.ts';
import { STOPPED, type DueTimes, type SlaClock } from './sla.ts';
import type { Team } from './teams.ts';
import { raiseUrgency, urgencyRank, type Urgency } from './urgencies.ts';

/** Who must act next: exactly one at a time. */
export type Owner =
  | { readonly kind: 'assistant' }
  | { readonly kind: 'queue'; readonly team: Team }
  | { readonly kind: 'agent'; readonly team: Team; readonly agentId: string; readonly name: string };

export type Status = 'open' | 'resolved';

/** A side thread that is open. */
export interface SideThread {
  readonly threadId: string;
  readonly to: ThreadAddressee;
  readonly lastAt: number;
  /** True while those to whom it was put have the word. */
  readonly waits: boolean;
}

/** The state of a conversation: what its events fold to. Stored beside the log in the same transaction. */
export interface Conversation {
  readonly id: string;
  readonly contactId: string;
  readonly caseNumber: string;
  readonly channel: string;
  readonly locale: Locale;
  readonly status: Status;
  readonly owner: Owner;
  /** The team that it was handed to last, also after it was returned or resolved; null before any handoff. */
  readonly team: Team | null;
  /** The team of what it was about last; null before the assistant's first turn. */
  readonly topic: Team | null;
  /** Country of the contact's browser; null where it did not say. */
  readonly region: string | null;
  readonly urgency: Urgency;
  readonly intent: Intent | null;
  /** `seq` of the last event. */
  readonly seq: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it began to wait for a person, until it is returned or resolved. A release keeps the first time, so that it goes to the head. */
  readonly queuedAt: number | null;
  /** The contact's first message that nobody answered yet, and when it came; null when all are answered. */
  readonly unansweredSeq: number | null;
  readonly unansweredAt: number | null;
  /** `seq` of the contact's last message; 0 before the first. */
  readonly contactSeq: number;
  /** `seq` of the contact's last message that the assistant understood, answered or not; 0 before the first. */
  readonly heardSeq: number;
  /** `seq` at which an agent took it last; 0 before that. */
  readonly assignedSeq: number;
  /** When an agent took it last, and how long it had waited for that, in ms; null before that. */
  readonly assignedAt: number | null;
  readonly waitedMs: number | null;
  /** Questions about one thing that the assistant could not answer, or whose answer did not help. */
  readonly failedTurns: number;
  /** Answers in a row of which the contact said that they did not help. */
  readonly unhelpfulAnswers: number;
  /** Attempts to change the assistant's rules or to get at what is not the contact's. */
  readonly attacks: number;
  readonly lastMessage: { readonly from: 'contact' | 'assistant' | 'agent'; readonly text: string; readonly at: number } | null;
  readonly rating: number | null;
  /** True where the contact said that the assistant's last answer helped. */
  readonly helped: boolean;
  /** The contact's time zone; null where the browser did not say. */
  readonly timeZone: string | null;
  /** Where the contact can be reached when the window is closed; null where they did not say. */
  readonly email: string | null;
  /** When it went to people, and when one first replied: since it was opened or reopened; null before that. */
  readonly handedAt: number | null;
  readonly respondedAt: number | null;
  /** Why it went to people last; null where somebody stepped in, or before. */
  readonly handoffReason: HandoffReason | null;
  /** Who had it last; kept after it was released, returned or resolved. */
  readonly lastAgent: { readonly agentId: string; readonly name: string } | null;
  /** Who has or had it in this stretch; null while nobody had. */
  readonly stretchAgent: { readonly agentId: string; readonly name: string } | null;
  /** It was not solved and waits for who had it; until somebody takes it. */
  readonly cameBack: boolean;
  /** Who gave it back to the queue last, and is not given it again by routing; null where nobody did. */
  readonly releasedBy: string | null;
  /** Hidden from its owner's list until then; null while it is not. */
  readonly snoozedUntil: number | null;
  readonly threads: readonly SideThread[];
  /** Agents whom a note calls and who have not looked. */
  readonly mentioned: readonly string[];
  /** Agents whom a note ever called: having looked, they may still read what they were called to. */
  readonly invited: readonly string[];
  /** When and by whom it was resolved last; kept after it was reopened. */
  readonly resolvedAt: number | null;
  readonly resolvedBy: 'agent' | 'assistant' | null;
  /** When the contact was asked whether it is solved, and what they said. */
  readonly followedUpAt: number | null;
  readonly solved: boolean | null;
  readonly reviewed: boolean;
  /** Counts the stretches: 1 from the start, one more each time it is reopened; and when this one began. */
  readonly stretch: number;
  readonly stretchAt: number;
  /** What the assistant's own resolution rests on; null where people resolved it. */
  readonly basis: 'confirmed' | 'assumed' | null;
  readonly ratingComment: string | null;
  /** Run by the storage as events are appended, by the terms of that moment. */
  readonly sla: SlaClock;
  /** The due times of which people were warned, and those that passed. */
  readonly warned: DueTimes;
  readonly breached: DueTimes;
}

/** Length to which the last message is kept for lists. */
const SNIPPET_LENGTH = 140;

/** True where the assistant owes the contact an answer. */
export function needsTurn({ status, owner, unansweredSeq }: Conversation): boolean {
  return status === 'open' && owner.kind === 'assistant' && unansweredSeq !== null;
}

/** True where people have the conversation and the assistant has not yet listened to what the contact wrote. */
export function needsHearing({ status, owner, contactSeq, heardSeq }: Conversation): boolean {
  return status === 'open' && owner.kind !== 'assistant' && contactSeq > heardSeq;
}

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
