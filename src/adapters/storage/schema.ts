/** Tables as both databases have them. Times are ms since the epoch; JSON is text. */
export interface Tables {
  conversation: ConversationTable;
  event: EventTable;
  agent: AgentTable;
  agent_session: AgentSessionTable;
  setting: SettingTable;
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
