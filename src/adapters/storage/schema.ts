import type { Generated } from 'kysely';

/** Tables as both databases have them. Times are ms since the epoch; JSON is text. */
export interface Tables {
  conversation: ConversationTable;
  event: EventTable;
  agent: AgentTable;
  agent_session: AgentSessionTable;
  setting: SettingTable;
  stretch: StretchTable;
  lease: LeaseTable;
  presence: PresenceTable;
  read_mark: ReadMarkTable;
  macro: MacroTable;
  attachment: AttachmentTable;
  document: DocumentTable;
  document_revision: DocumentRevisionTable;
  document_draft: DocumentDraftTable;
  publication: PublicationTable;
  image: ImageTable;
  search_entry: SearchEntryTable;
  audit: AuditTable;
  golden_question: GoldenQuestionTable;
  help_vote: HelpVoteTable;
  help_voter: HelpVoterTable;
  help_salt: HelpSaltTable;
  question: QuestionTable;
  question_reading: QuestionReadingTable;
  question_group: QuestionGroupTable;
  attempt: AttemptTable;
  factor: FactorTable;
  recovery_code: RecoveryCodeTable;
  ceremony: CeremonyTable;
}

export interface ConversationTable {
  id: string;
  start_key: string;
  contact_id: string;
  case_number: string;
  channel: string;
  locale: string;
  status: string;
  owner_kind: string;
  owner_team: string | null;
  owner_agent_id: string | null;
  owner_name: string | null;
  team: string | null;
  topic: string | null;
  region: string | null;
  urgency_rank: number;
  intent: string | null;
  seq: number;
  created_at: number;
  updated_at: number;
  queued_at: number | null;
  unanswered_seq: number | null;
  unanswered_at: number | null;
  contact_seq: number;
  heard_seq: number;
  assigned_seq: number;
  assigned_at: number | null;
  waited_ms: number | null;
  failed_turns: number;
  unhelpful_answers: number;
  attacks: number;
  last_message: string | null;
  rating: number | null;
  /** When the nearest SLA target is due; a far future where none is. */
  due_at: number;
  /** When time alone makes something happen to it; null where nothing will. */
  timer_at: number | null;
  snoozed_until: number | null;
  handed_at: number | null;
  resolved_at: number | null;
  last_agent_id: string | null;
  reviewed: number;
  /** 1 where a side thread or a mention waits for somebody. */
  calls: number;
  /** What lists are not chosen by: JSON. */
  details: string;
}

export interface EventTable {
  conversation_id: string;
  seq: number;
  at: number;
  type: string;
  client_message_id: string | null;
  data: string;
}

export interface AgentTable {
  id: string;
  /** As the agent wrote it. */
  email: string;
  /** Lower case, for comparing. */
  email_key: string;
  name: string;
  role: string;
  teams: string;
  locales: string;
  password_hash: string;
  level: number;
  capacity: number;
  active: number;
  created_at: number;
}

export interface AgentSessionTable {
  token_hash: string;
  agent_id: string;
  expires_at: number;
  opened_at: number | null;
  seen_at: number | null;
  proved_at: number | null;
  proof: string | null;
  address: string | null;
  device: string | null;
}

export interface FactorTable {
  id: string;
  agent_id: string;
  kind: string;
  name: string;
  added_at: number;
  used_at: number | null;
  sealed: string;
  counter: number;
}

interface RecoveryCodeTable {
  agent_id: string;
  hash: string;
}

export interface CeremonyTable {
  id: string;
  agent_id: string | null;
  expires_at: number;
  data: string;
}

interface SettingTable {
  key: string;
  value: string;
}

export interface StretchTable {
  conversation_id: string;
  number: number;
  started_at: number;
  handed_at: number | null;
  resolved_at: number | null;
  resolved_by: string | null;
  agent_id: string | null;
  /** The stretch: JSON. */
  data: string;
}

interface LeaseTable {
  name: string;
  holder: string;
  expires_at: number;
}

interface PresenceTable {
  agent_id: string;
  status: string;
  seen_at: number;
  changed_at: number;
}

interface ReadMarkTable {
  conversation_id: string;
  reader: string;
  seq: number;
}

interface MacroTable {
  id: string;
  /** JSON. */
  data: string;
  updated_at: number;
}

interface AttachmentTable {
  id: string;
  contact_id: string | null;
  agent_id: string | null;
  /** Null until a message carries it. */
  conversation_id: string | null;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  content: Uint8Array;
  created_at: number;
}

/** What was said, in the order in which it was; its words stand in the full-text index under the same id. */
interface SearchEntryTable {
  id: Generated<number>;
  conversation_id: string;
  seq: number;
  at: number;
}

/** One row a path that anything was ever written under. */
interface DocumentTable {
  path: string;
  /** Number of the revision that is published; 0 where none ever was. */
  published: number;
  /** Of the publication that brought it. */
  publication_id: number;
  /** Counters: of its revisions, and of the versions of its drafts. */
  revisions: number;
  draft_versions: number;
}

export interface DocumentRevisionTable {
  path: string;
  number: number;
  text: string | null;
  kind: string;
  editor_id: string | null;
  editor_name: string;
  at: number;
  publication_id: number | null;
}

export interface DocumentDraftTable {
  path: string;
  text: string | null;
  base: number;
  version: number;
  state: string;
  publish_at: number | null;
  returned: string | null;
  editor_id: string | null;
  editor_name: string;
  updated_at: number;
  /** When its text was last kept among the revisions, or it was begun. */
  kept_at: number;
}

export interface PublicationTable {
  id: number;
  kind: string;
  editor_id: string | null;
  editor_name: string;
  note: string;
  at: number;
  /** JSON. */
  changes: string;
}

interface ImageTable {
  name: string;
  type: string;
  content: Uint8Array;
  created_at: number;
}

interface GoldenQuestionTable {
  id: string;
  locale: string;
  utterance: string;
  /** JSON. */
  data: string;
}

/** Votes of a day on one revision of a help page. */
interface HelpVoteTable {
  day: string;
  article_id: string;
  locale: string;
  revision: string;
  helped: number;
  not_helped: number;
}

/** Who has voted today, as a hash; forgotten with the day. */
interface HelpVoterTable {
  voter: string;
  article_id: string;
  day: string;
}

interface HelpSaltTable {
  day: string;
  salt: string;
}

/** A question that a contact asked. */
export interface QuestionTable {
  conversation_id: string;
  seq: number;
  at: number;
  locale: string;
  text: string | null;
  outcome: string;
  intent: string;
  article_id: string | null;
  helped: number | null;
  handed_over: number;
  group_id: string | null;
}

/** How far a log was read for its questions. */
interface QuestionReadingTable {
  conversation_id: string;
  seq: number;
  at: number;
}

export interface QuestionGroupTable {
  id: string;
  example_text: string;
  example_locale: string;
  created_at: number;
  /** JSON. */
  profile: string;
  started_article_id: string | null;
  /** JSON; null where it is open. */
  closed: string | null;
}

/** What was done, by whom; each row is linked to the one before. */
export interface AuditTable {
  seq: number;
  at: number;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject: string | null;
  /** JSON. */
  details: string;
  previous: string;
  hash: string;
}

/** A bucket of attempts that is not full. */
export interface AttemptTable {
  key: string;
  full_at: number;
}
