import type { Entity } from '../../../domain/entities.ts';
import type { ConversationEvent, EventData, EventOf, Understanding } from '../../../domain/events.ts';
import type { DeskConversation, Me } from './model.ts';

/** Small made-up things for this part's tests. */

export function aMe(overrides: Partial<Me> = {}): Me {
  return { id: 'ana', email: 'ana@exchange.example', name: 'Ana', role: 'agent', teams: ['security', 'payments'], locales: ['en'], level: 1, capacity: 6, active: true, ...overrides };
}

export function aConversation(overrides: Partial<DeskConversation> = {}): DeskConversation {
  return {
    id: 'c1', contactId: 'contact', caseNumber: 'V-1', channel: 'widget', locale: 'en', status: 'open',
    owner: { kind: 'queue', team: 'security' }, team: 'security', urgency: 'normal', intent: null, seq: 1, createdAt: 0, updatedAt: 0,
    queuedAt: 0, unansweredSeq: null, unansweredAt: null, contactSeq: 0, heardSeq: 0, assignedSeq: 0, assignedAt: null, waitedMs: null, topic: null, region: null,
    failedTurns: 0, unhelpfulAnswers: 0, attacks: 0, lastMessage: null, rating: null,
    helped: false, timeZone: null, email: null, handedAt: null, respondedAt: null, handoffReason: null, lastAgent: null, stretchAgent: null, cameBack: false, releasedBy: null, snoozedUntil: null, threads: [], mentioned: [], invited: [],
    resolvedAt: null, resolvedBy: null, basis: null, followedUpAt: null, solved: null, reviewed: false, stretch: 1, stretchAt: 0, ratingComment: null,
    sla: { spentMs: 0, runningSince: null, dueAt: {}, warnAt: {} }, warned: {}, breached: {}, ...overrides,
  };
}

export const ownedBy = (agentId: string, name = agentId): Pick<DeskConversation, 'owner' | 'queuedAt'> =>
  ({ owner: { kind: 'agent', team: 'security', agentId, name }, queuedAt: 0 });

const event = <E extends Omit<ConversationEvent, 'conversationId' | 'at'>>(made: E): E & { conversationId: string; at: number } =>
  ({ conversationId: 'c1', at: made.seq * 1_000, ...made });

export const started = (seq: number): EventOf<'conversation.started'> =>
  event({ seq, type: 'conversation.started', data: { contactId: 'contact', caseNumber: 'V-1', locale: 'en', channel: 'widget', page: '/wallet' } });

export const received = (seq: number): EventOf<'message.received'> =>
  event({ seq, type: 'message.received', data: { clientMessageId: `contact-${seq}`, text: `message ${seq}` } });

export const aReply = (seq: number, clientMessageId = `reply-${seq}`): EventOf<'message.sent'> =>
  event({ seq, type: 'message.sent', data: { author: { kind: 'agent', agentId: 'ana', name: 'Ana' }, kind: 'reply', text: `reply ${seq}`, locale: 'en', citations: [], choices: [], clientMessageId } });

export const anAnswer = (seq: number, articleIds: readonly string[] = []): EventOf<'message.sent'> =>
  event({
    seq, type: 'message.sent',
    data: { author: { kind: 'assistant' }, kind: 'answer', text: `answer ${seq}`, locale: 'en', choices: [], citations: articleIds.map((articleId) => ({ articleId, locale: 'en' as const, revision: 'r', title: articleId })) },
  });

export const aNote = (seq: number, clientMessageId = `note-${seq}`): EventOf<'note.added'> =>
  event({ seq, type: 'note.added', data: { author: { kind: 'agent', agentId: 'ana', name: 'Ana' }, text: `note ${seq}`, clientMessageId } });

export const anUnderstanding = (overrides: Partial<Understanding> = {}): Understanding =>
  ({ locale: 'en', intent: 'deposit_help', urgency: 'low', confidence: 0.9, mood: 'calm', entities: [], evidence: [], reasons: [], ...overrides });

export const anEntity = (kind: Entity['kind'], value: string, overrides: Partial<Entity> = {}): Entity =>
  ({ kind, value, text: value, start: 0, confidence: 1, ...overrides });

export const aTurn = (seq: number, ofSeq: number, understanding: Partial<Understanding> = {}): EventOf<'turn.decided'> =>
  event({
    seq, type: 'turn.decided',
    data: { ofSeq, understanding: anUnderstanding(understanding), ranking: [], action: 'answer', team: 'payments', reasons: [], failed: false },
  });

export const aHearing = (seq: number, ofSeq: number, understanding: Partial<Understanding> = {}): EventOf<'message.understood'> =>
  event({ seq, type: 'message.understood', data: { ofSeq, understanding: anUnderstanding(understanding) } });

export const aHandoff = (seq: number, data: Partial<EventData<'handoff.requested'>> = {}): EventOf<'handoff.requested'> =>
  event({ seq, type: 'handoff.requested', data: { team: 'security', urgency: 'critical', reason: 'incident', ask: [], requestedBy: 'assistant', ...data } });

export const aRating = (seq: number, ofSeq: number, helpful: boolean): EventOf<'answer.rated'> =>
  event({ seq, type: 'answer.rated', data: { ofSeq, helpful } });
