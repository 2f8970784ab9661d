import type { Conversation } from '../domain/conversation.ts';
import type { ConversationEvent, EventDraft } from '../domain/events.ts';
import type { PageEdge } from '../domain/queue-order.ts';
import type { Team } from '../domain/teams.ts';
import type { Urgency } from '../domain/urgencies.ts';

/** A conversation to begin. `startKey` makes beginning it idempotent: the same key never begins two. */
export interface NewConversation {
  readonly id: string;
  readonly startKey: string;
  readonly drafts: readonly EventDraft[];
}

export type StartResult = { readonly conversation: Conversation; readonly events: readonly ConversationEvent[]; readonly existed: boolean };
export type AppendResult = { readonly conversation: Conversation; readonly events: readonly ConversationEvent[] } | 'conflict';

export type ConversationFilter =
  /** Waiting for a person of one of these teams, in queue order. */
  | { readonly view: 'queue'; readonly teams: readonly Team[]; readonly urgency?: Urgency }
  /** Open and owned by this agent, the most urgent first, then the latest change. */
  | { readonly view: 'mine'; readonly agentId: string }
  /** Those that were ever handed to one of these teams, or every one; latest change first. */
  | { readonly view: 'all'; readonly status: 'open' | 'resolved'; readonly teams: readonly Team[] | 'all' }
  /** In which a side thread or a mention waits for somebody, latest change first. */
  | { readonly view: 'calls' }
  /** Resolved since then with people's part in it and not reviewed, the latest first. */
  | { readonly view: 'unreviewed'; readonly since: number };

/** Lists that are too long to be read at once; those of the teams, or every one. */
export type PageFilter =
  /** In the order of `compareWaiting`. */
  | { readonly view: 'queue'; readonly teams: readonly Team[] }
  /** In the order of `compareOpen`. */
  | { readonly view: 'open'; readonly teams: readonly Team[] | 'all' }
  /** In the order of `compareLatest`. */
  | { readonly view: 'resolved'; readonly teams: readonly Team[] | 'all' };

/** Who waits for one team with one urgency. */
export interface WaitingCount {
  readonly team: Team;
  readonly urgency: Urgency;
  readonly count: number;
  /** Since when the first of them waits, and when the nearest of their SLA targets is due (`NO_DEADLINE`: never). */
  readonly since: number;
  readonly dueAt: number;
}

/** The log of conversations and the state that it folds to. Both change in one durable transaction or not at all. */
export interface ConversationStore {
  /** Durable when it resolves. With a `startKey` that was used before, returns that conversation unchanged. */
  start(conversation: NewConversation): Promise<StartResult>;
  /**
   * Appends after `expectedSeq`, or returns `'conflict'` and writes nothing where the log has moved on.
   * Durable when it resolves. Rejects with AppError `not-found` for an unknown conversation.
   */
  append(conversationId: string, expectedSeq: number, drafts: readonly EventDraft[]): Promise<AppendResult>;
  get(conversationId: string): Promise<Conversation | undefined>;
  /** Those of the ids that exist, in no order. */
  getMany(conversationIds: readonly string[]): Promise<Conversation[]>;
  /** Events with `seq` > `after`, ascending, at most `limit`. */
  read(conversationId: string, after: number, limit: number): Promise<ConversationEvent[]>;
  /** The event that carries this client message id in this conversation, from whichever side. */
  findByClientMessageId(conversationId: string, clientMessageId: string): Promise<ConversationEvent | undefined>;
  /** The contact's conversation that was begun last. Ids are in order of time. */
  latestOfContact(contactId: string): Promise<Conversation | undefined>;
  /** The contact's conversations, the one that was begun last first. */
  listOfContact(contactId: string, limit: number): Promise<Conversation[]>;
  findByCaseNumber(caseNumber: string): Promise<Conversation | undefined>;
  list(filter: ConversationFilter, limit: number): Promise<Conversation[]>;
  /** The next so many after an edge, or the first; the edge itself may have moved or be gone since. */
  listPage(filter: PageFilter, after: PageEdge | null, limit: number): Promise<Conversation[]>;
  /** How many wait before this one in its team's queue; also asked of one that is not stored as waiting yet. */
  countAhead(conversation: Conversation): Promise<number>;
  /** All who wait for this team, in queue order. */
  listWaiting(team: Team): Promise<{ readonly id: string; readonly urgency: Urgency }[]>;
  /** How long contacts of this team and urgency waited for an agent who took them since `since`, in ms, the latest first. */
  recentWaits(query: { readonly team: Team; readonly urgency: Urgency; readonly since: number }, limit: number): Promise<number[]>;
  /** Those to which time alone makes something happen by `at`, the earliest first. */
  listDue(at: number, limit: number): Promise<Conversation[]>;
  /** Ids of all to which time alone will make something happen. */
  listClocked(): Promise<string[]>;
  /** Runs the clocks of these anew by the settings as they are now; no event is written. */
  rewind(conversationIds: readonly string[]): Promise<void>;
  /** How many conversations each agent has who has any, without those put aside. */
  countOwned(): Promise<ReadonlyMap<string, number>>;
  countWaiting(): Promise<readonly WaitingCount[]>;
  /** How many are open by the team that they were handed to last; null for those that never were. */
  countOpen(): Promise<ReadonlyMap<Team | null, number>>;
  /** Those that people have whose nearest SLA target is due by `until`, the nearest first. */
  listAtRisk(until: number, limit: number): Promise<Conversation[]>;
  /** How many of them there are. */
  countAtRisk(until: number): Promise<number>;
  /** How many open conversations the assistant has. */
  countAssistants(): Promise<number>;
  /** Ids of open conversations that the assistant owns and left unanswered since before `at`. */
  listUnanswered(at: number, limit: number): Promise<string[]>;
}
