import type { Agent } from '../../domain/agent.ts';
import type { Conversation, Owner } from '../../domain/conversation.ts';
import type { ConversationEvent } from '../../domain/events.ts';
import type { Team } from '../../domain/teams.ts';
import { URGENCIES, urgencyRank } from '../../domain/urgencies.ts';
import { deadlineOf } from '../../domain/queue-order.ts';
import { STOPPED } from '../../domain/sla.ts';
import type { AgentTable, ConversationTable, EventTable } from './schema.ts';

/** Between what the domain knows and what a row holds. Rows were written by us, so they are not validated again. */

/** Fields that no list is chosen by. Rows from before they were there have none of them. */
const DETAILS = {
  helped: false, timeZone: null, email: null, respondedAt: null, handoffReason: null, lastAgent: null, stretchAgent: null, cameBack: false, releasedBy: null, threads: [], mentioned: [], invited: [], resolvedBy: null,
  followedUpAt: null, solved: null, stretch: 1, basis: null, ratingComment: null, sla: STOPPED, warned: {}, breached: {},
} as const satisfies Partial<Conversation>;
const DETAIL_NAMES = [...Object.keys(DETAILS), 'stretchAt'] as (keyof Conversation)[];

/** @param timerAt when time alone makes something happen to it; null where nothing will. */
export function conversationToRow(conversation: Conversation, timerAt: number | null): Omit<ConversationTable, 'start_key'> {
  const { owner } = conversation;
  return {
    id: conversation.id,
    contact_id: conversation.contactId,
    case_number: conversation.caseNumber,
    channel: conversation.channel,
    locale: conversation.locale,
    status: conversation.status,
    owner_kind: owner.kind,
    owner_team: owner.kind === 'assistant' ? null : owner.team,
    owner_agent_id: owner.kind === 'agent' ? owner.agentId : null,
    owner_name: owner.kind === 'agent' ? owner.name : null,
    team: conversation.team,
    topic: conversation.topic,
    region: conversation.region,
    urgency_rank: urgencyRank(conversation.urgency),
    intent: conversation.intent,
    seq: conversation.seq,
    created_at: conversation.createdAt,
    updated_at: conversation.updatedAt,
    queued_at: conversation.queuedAt,
    unanswered_seq: conversation.unansweredSeq,
    unanswered_at: conversation.unansweredAt,
    contact_seq: conversation.contactSeq,
    heard_seq: conversation.heardSeq,
    assigned_seq: conversation.assignedSeq,
    assigned_at: conversation.assignedAt,
    waited_ms: conversation.waitedMs,
    failed_turns: conversation.failedTurns,
    unhelpful_answers: conversation.unhelpfulAnswers,
    attacks: conversation.attacks,
    last_message: conversation.lastMessage && JSON.stringify(conversation.lastMessage),
    rating: conversation.rating,
    due_at: deadlineOf(conversation),
    timer_at: timerAt,
    snoozed_until: conversation.snoozedUntil,
    handed_at: conversation.handedAt,
    resolved_at: conversation.resolvedAt,
    last_agent_id: conversation.lastAgent?.agentId ?? null,
    reviewed: conversation.reviewed ? 1 : 0,
    calls: conversation.threads.length > 0 || conversation.mentioned.length > 0 ? 1 : 0,
    details: JSON.stringify(Object.fromEntries(DETAIL_NAMES.map((name) => [name, conversation[name]]))),
  };
}

export function conversationFromRow(row: ConversationTable): Conversation {
  return {
    id: row.id,
    contactId: row.contact_id,
    caseNumber: row.case_number,
    channel: row.channel,
    locale: row.locale as Conversation['locale'],
    status: row.status as Conversation['status'],
    owner: ownerFromRow(row),
    team: row.team as Conversation['team'],
    topic: row.topic as Conversation['topic'],
    region: row.region,
    urgency: URGENCIES[row.urgency_rank] ?? 'critical',
    intent: row.intent as Conversation['intent'],
    seq: row.seq,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    queuedAt: row.queued_at,
    unansweredSeq: row.unanswered_seq,
    unansweredAt: row.unanswered_at,
    contactSeq: row.contact_seq,
    heardSeq: row.heard_seq,
    assignedSeq: row.assigned_seq,
    assignedAt: row.assigned_at,
    waitedMs: row.waited_ms,
    failedTurns: row.failed_turns,
    unhelpfulAnswers: row.unhelpful_answers,
    attacks: row.attacks,
    lastMessage: row.last_message === null ? null : JSON.parse(row.last_message) as Conversation['lastMessage'],
    rating: row.rating,
    snoozedUntil: row.snoozed_until,
    handedAt: row.handed_at,
    resolvedAt: row.resolved_at,
    reviewed: row.reviewed === 1,
    stretchAt: row.created_at,
    ...DETAILS,
    ...JSON.parse(row.details) as Partial<Conversation>,
  };
}

function ownerFromRow(row: ConversationTable): Owner {
  const team = row.owner_team as Team;
  if (row.owner_kind === 'queue') return { kind: 'queue', team };
  if (row.owner_kind === 'agent') return { kind: 'agent', team, agentId: row.owner_agent_id ?? '', name: row.owner_name ?? '' };
  return { kind: 'assistant' };
}

export function eventToRow(event: ConversationEvent): EventTable {
  return {
    conversation_id: event.conversationId,
    seq: event.seq,
    at: event.at,
    type: event.type,
    client_message_id: 'clientMessageId' in event.data ? event.data.clientMessageId ?? null : null,
    data: JSON.stringify(event.data),
  };
}

export function eventFromRow(row: EventTable): ConversationEvent {
  const { conversation_id: conversationId, seq, at, type } = row;
  return { conversationId, seq, at, type, data: JSON.parse(row.data) as unknown } as ConversationEvent;
}

export function agentFromRow(row: AgentTable): Agent {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as Agent['role'],
    teams: JSON.parse(row.teams) as Agent['teams'],
    locales: JSON.parse(row.locales) as Agent['locales'],
    level: row.level as Agent['level'],
    capacity: row.capacity,
    active: row.active === 1,
    createdAt: row.created_at,
  };
}

export function agentToRow(agent: Agent): Omit<AgentTable, 'password_hash'> {
  return {
    id: agent.id,
    email: agent.email,
    email_key: agent.email.toLowerCase(),
    name: agent.name,
    role: agent.role,
    teams: JSON.stringify(agent.teams),
    locales: JSON.stringify(agent.locales),
    level: agent.level,
    capacity: agent.capacity,
    active: agent.active ? 1 : 0,
    created_at: agent.createdAt,
  };
}
