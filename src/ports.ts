import type { z } from 'zod';
import type { Agent } from './domain/agent.ts';
import type { ModelStatus } from './domain/agent-tools.ts';
import type { Conversation, Status } from './domain/conversation.ts';
import type { ConversationEvent, EventDraft, EventOf } from './domain/events.ts';
import type { DeskSettings } from './domain/desk-settings.ts';
import type { Intent } from './domain/intents.ts';
import type { Locale } from './domain/locales.ts';
import type { Macro } from './domain/macro.ts';
import type { PresenceStatus } from './domain/presence.ts';
import type { SearchTerm } from './domain/search/search-term.ts';
import type { PageEdge } from './domain/queue-order.ts';
import type { Stretch } from './domain/stretch.ts';
import type { Team } from './domain/teams.ts';
import type { Urgency } from './domain/urgencies.ts';

/**
 * What the core asks of the world. Every port but Clock and Logger, which have nothing to get wrong,
 * has a contract suite in `test/contract/`; an implementation is finished when it passes. No port has
 * optional members.
 */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Structured log. Never give it a contact's text, a token or a secret. */
export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

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

/** Stretches of conversations, for reports. They are written with the events that make them. */
export interface StretchStore {
  /** Those that began in a period (`to` excluded), in order of that, after one of them. */
  read(period: { readonly from: number; readonly to: number }, after: Stretch | undefined, limit: number): Promise<Stretch[]>;
  /** What happened since then. */
  countSince(since: number): Promise<StretchCounts>;
}

export interface StretchCounts {
  readonly begun: number;
  readonly handed: number;
  /** Resolved by the assistant alone, and all that were resolved. */
  readonly byAssistant: number;
  readonly resolved: number;
  /** Resolved by each agent. */
  readonly byAgent: ReadonlyMap<string, number>;
}

/** Reviews of conversations. They are events of the log, found by when they were written. */
export interface ReviewStore {
  /** Those of a period (`to` excluded), in order of time, after one of them. */
  read(period: { readonly from: number; readonly to: number }, after: Review | undefined, limit: number): Promise<Review[]>;
}
export type Review = EventOf<'conversation.reviewed'>;

/** Up to which `seq` each side of a conversation has read; 0 for nothing. */
export interface ReadMarks {
  readonly contact: number;
  readonly agents: number;
}

export interface ReadMarkStore {
  get(conversationId: string): Promise<ReadMarks>;
  /** Moves a mark on; false where it stood there or further already. */
  move(conversationId: string, reader: keyof ReadMarks, seq: number): Promise<boolean>;
}

export interface AgentCredentials {
  readonly agent: Agent;
  /** As the password hasher wrote it. */
  readonly passwordHash: string;
}

export interface AgentSession {
  readonly agentId: string;
  readonly expiresAt: number;
}

/** Agents, their sessions, and the one-time invitation for the first administrator. */
export interface AgentStore {
  /** Rejects with AppError `conflict` where the e-mail is taken (compared without letter case). */
  create(agent: Agent, passwordHash: string): Promise<void>;
  /**
   * Creates the first administrator and uses the invitation up in one step; `'already-set-up'` where
   * the token is not the stored one or an agent exists.
   */
  createFirst(agent: Agent, passwordHash: string, invitationHash: string): Promise<'created' | 'already-set-up'>;
  setInvitation(invitationHash: string): Promise<void>;
  count(): Promise<number>;
  get(agentId: string): Promise<Agent | undefined>;
  /**
   * Rejects with AppError `not-found`, or `conflict` where the e-mail is taken (field `email`) or no active
   * administrator would be left (field `role`). Sessions of who is not active any more are closed with it.
   */
  update(agent: Agent): Promise<void>;
  /** Rejects with AppError `not-found`. All sessions of the agent are closed with it. */
  setPassword(agentId: string, passwordHash: string): Promise<void>;
  findByEmail(email: string): Promise<AgentCredentials | undefined>;
  list(): Promise<Agent[]>;
  openSession(tokenHash: string, session: AgentSession): Promise<void>;
  /** Undefined where unknown; the caller compares `expiresAt` with its clock. */
  findSession(tokenHash: string): Promise<AgentSession | undefined>;
  closeSession(tokenHash: string): Promise<void>;
}

/** Values that every process of a desk shares, such as the key that signs contact sessions. */
export interface SettingStore {
  /** The stored value; where there is none, stores `initial` and returns it. Two callers get the same value. */
  getOrSet(key: string, initial: string): Promise<string>;
}

/** The settings of the desk. Every process reads what was saved last. */
export interface DeskSettingsStore {
  /** As they were read last; never waits. */
  current(): VersionedSettings;
  /** Reads what another process may have saved. */
  refresh(): Promise<VersionedSettings>;
  /** Durable when it resolves. `'conflict'` where somebody saved after that version was read. */
  save(settings: DeskSettings, version: number): Promise<VersionedSettings | 'conflict'>;
}

export interface VersionedSettings {
  /** 0 until somebody saves. */
  readonly version: number;
  readonly settings: DeskSettings;
}

export interface PresenceRow {
  readonly agentId: string;
  readonly status: PresenceStatus;
  /** When a connection of theirs was seen last, and when the status was chosen; ms since the epoch. */
  readonly seenAt: number;
  readonly changedAt: number;
}

/** Who is there. Survives a restart, so that who does not come back is noticed. */
export interface PresenceStore {
  set(agentId: string, status: PresenceStatus): Promise<void>;
  /** Notes that these are connected now; makes who was not known available. */
  touch(agentIds: readonly string[]): Promise<void>;
  list(): Promise<readonly PresenceRow[]>;
}

export interface MacroStore {
  list(): Promise<readonly Macro[]>;
  /** Makes it or replaces it. */
  save(macro: Macro): Promise<void>;
  /** False where there was none. */
  remove(macroId: string): Promise<boolean>;
}

/** A file as it arrived, before or after a message carried it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Who sent it: one of the two is null. */
  readonly contactId: string | null;
  readonly agentId: string | null;
  /** Null until a message carries it. */
  readonly conversationId: string | null;
}

export interface AttachmentStore {
  /** Durable when it resolves; `'too-many'`, and nothing, where the sender has so many that no message carries. */
  add(file: Omit<StoredFile, 'conversationId'>, content: Uint8Array, mostLoose: number): Promise<'added' | 'too-many'>;
  find(fileId: string): Promise<StoredFile | undefined>;
  read(fileId: string): Promise<Uint8Array | undefined>;
  /** Ties files to the conversation whose message carries them; false, and nothing, where one is unknown, of another sender, or tied elsewhere. */
  attach(fileIds: readonly string[], conversationId: string, sender: { readonly contactId: string } | { readonly agentId: string }): Promise<boolean>;
  /** Removes what no message came to carry since before `at`; how many there were. */
  removeLoose(at: number): Promise<number>;
}

/** What is looked for among conversations: all of it must hold, and of a list any. What is absent is not asked. */
export interface SearchRequest {
  /** Nothing is found that this agent may not read. */
  readonly reader: Pick<Agent, 'id' | 'role' | 'teams'>;
  /** All of them in one message, note or side thread; none looks at the conversations alone. */
  readonly terms: readonly SearchTerm[];
  readonly filter: SearchFilter;
}

export interface SearchFilter {
  /** Who has it, or had it last. */
  readonly agentIds?: readonly string[];
  /** To whom it was handed last. */
  readonly teams?: readonly Team[];
  readonly intents?: readonly Intent[];
  readonly locales?: readonly Locale[];
  readonly urgencies?: readonly Urgency[];
  readonly statuses?: readonly Status[];
  readonly contactIds?: readonly string[];
  readonly caseNumbers?: readonly string[];
  /** Ms since the epoch, `until` excluded: when it was said, or, without terms, when the conversation last changed. */
  readonly since?: number;
  readonly until?: number;
}

export interface FoundConversation {
  readonly conversation: Conversation;
  /** The newest event in which all terms stand; null without terms. */
  readonly said: ConversationEvent | null;
}

export interface SearchPage {
  readonly found: readonly FoundConversation[];
  /** Where the next page begins; null where there is none. A page may have fewer than were asked for, and a next one. */
  readonly next: string | null;
}

/** Finds conversations by what was said in them and by what they are. What was appended is found at once. */
export interface ConversationSearch {
  /**
   * Each conversation once, by the newest that was said or changed. Never holds other work up for long.
   * @param after `next` of the page before; null for the first. Rejects with AppError `invalid-input` (`cursor`) where it is none.
   */
  find(request: SearchRequest, after: string | null, limit: number): Promise<SearchPage>;
}

/** What one of several processes does for all: whoever has the lease, until it runs out. */
export interface LeaseStore {
  /** Takes or renews it for so many ms by the database's clock; false while another holds it. */
  take(name: string, holder: string, ms: number): Promise<boolean>;
  giveUp(name: string, holder: string): Promise<void>;
}

export interface Storage {
  readonly leases: LeaseStore;
  readonly search: ConversationSearch;
  readonly conversations: ConversationStore;
  readonly stretches: StretchStore;
  readonly reviews: ReviewStore;
  readonly readMarks: ReadMarkStore;
  readonly agents: AgentStore;
  readonly settings: SettingStore;
  readonly deskSettings: DeskSettingsStore;
  readonly presence: PresenceStore;
  readonly macros: MacroStore;
  readonly attachments: AttachmentStore;
  close(): Promise<void>;
}

/** Says that a conversation has new events. Carries no data: whoever hears it reads its cursor on. */
export interface Ring {
  readonly conversationId: string;
  readonly contactId: string;
}

/** What is true only now and never stored. */
export type Signal = {
  readonly type: 'typing';
  readonly conversationId: string;
  readonly from: 'contact' | 'agent' | 'assistant';
  readonly name?: string;
} | {
  /** An agent writes something that only colleagues are told of. */
  readonly type: 'writing';
  readonly conversationId: string;
  readonly agentId: string;
} | {
  /** A piece of what the assistant is writing; `at` is where it begins in the text so far, in UTF-16 code units. */
  readonly type: 'partial';
  readonly conversationId: string;
  /** The contact's message that it answers. */
  readonly ofSeq: number;
  readonly at: number;
  readonly text: string;
} | {
  /** Who looks at a conversation, or does not any more. */
  readonly type: 'viewing';
  readonly conversationId: string;
  readonly agentId: string;
  readonly name: string;
  readonly viewing: boolean;
} | {
  readonly type: 'read';
  readonly conversationId: string;
  readonly by: 'contact' | 'agents';
  readonly seq: number;
} | {
  /** Somebody came, went, or is away; whoever cares looks. */
  readonly type: 'presence';
  readonly agentId: string;
} | {
  /** Settings, macros or agents were changed. */
  readonly type: 'configuration';
};

/** Wakes readers, in this process or in all of them. A lost ring is caught up by the next, or by the gap that is told. */
export interface Doorbell {
  ring(ring: Ring): void;
  onRing(listener: (ring: Ring) => void): () => void;
  signal(signal: Signal): void;
  onSignal(listener: (signal: Signal) => void): () => void;
  /** Rings may have been lost: look at everything once. */
  onGap(listener: () => void): () => void;
  /** Resolves when what was rung has left. */
  close(): Promise<void>;
}

/** Turns texts into vectors of one length. */
export interface Embedder {
  /** Changes whenever the same text would give another vector. */
  readonly id: string;
  readonly dimension: number;
  /**
   * One unit vector a text, in order. `kind` matters to models that tell questions from passages, and a
   * `query` is somebody waiting. Rejects with AppError `unavailable` or `invalid-input`; embeds all or nothing.
   */
  embed(texts: readonly string[], kind: 'query' | 'passage'): Promise<Float32Array[]>;
}

/** What a language model is asked. Whoever writes it has fenced what is data and taken secrets out. */
export interface ModelRequest {
  /** Prompt and version, as `answer@3`: for figures and logs, never sent. */
  readonly prompt: string;
  readonly system: string;
  readonly user: string;
  /** Most tokens that the answer may have. */
  readonly maxTokens: number;
  /** Whose budget is charged: the id of a conversation. */
  readonly chargeTo: string;
  /** Ends the request, and with it what it costs. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A language model behind a wall: time-outs, one retry, circuit breaker, budgets and a cap on what
 * runs at once are its own affair. Everything rejects with AppError `unavailable` (down, slow, broken
 * off, malformed, over budget, circuit open) or `invalid-input` (refused, cut off at `maxTokens`), soon
 * and always; the caller has an answer of its own for that.
 */
export interface LanguageModel {
  /** As messages that it phrased name it. */
  readonly id: string;
  /** Pieces of the answer as they arrive; may reject midway, after pieces that were given already. */
  stream(request: ModelRequest): AsyncIterable<string>;
  /** The whole answer at once. */
  write(request: ModelRequest): Promise<string>;
  /** An answer of this shape; JSON that comes fenced or with words around it is read all the same. */
  judge<T>(request: ModelRequest, schema: z.ZodType<T>): Promise<T>;
  status(): ModelStatus;
}

/** Nearest neighbours by cosine among the vectors that it was built from; position in the list is the key. */
export interface VectorIndex {
  readonly size: number;
  /** At most `k` neighbours, nearest first; `similarity` is the cosine, −1 to 1. Throws AppError on a wrong vector. */
  search(vector: Float32Array, k: number): { readonly position: number; readonly similarity: number }[];
}

/** Builds an index or loads it from its cache, which is used only where everything it depends on is the same. */
export interface VectorIndexes {
  open(name: string, vectors: readonly Float32Array[], embedderId: string): Promise<VectorIndex>;
}
