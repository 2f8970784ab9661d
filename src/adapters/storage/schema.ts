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
  search_entry: SearchEntryTable;
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

interface AgentSessionTable {
  token_hash: string;
  agent_id: string;
  expires_at: number;
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
