import type { Conversation } from './conversation.ts';
import type { HandoffReason } from './handoff.ts';
import type { Intent } from './intents.ts';
import type { Locale } from './locales.ts';
import type { SlaTarget } from './sla.ts';
import type { Team } from './teams.ts';
import type { Urgency } from './urgencies.ts';

/**
 * A stretch of a conversation, from where it began or was reopened to where it was resolved: what
 * reports count. Times are ms since the epoch, null where it did not happen.
 */
export interface Stretch {
  readonly conversationId: string;
  readonly number: number;
  readonly startedAt: number;
  readonly locale: Locale;
  readonly intent: Intent | null;
  readonly urgency: Urgency;
  /** Whose it was last; null where it never went to people. */
  readonly team: Team | null;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly handedAt: number | null;
  readonly handoffReason: HandoffReason | null;
  readonly respondedAt: number | null;
  readonly resolvedAt: number | null;
  readonly resolvedBy: 'agent' | 'assistant' | null;
  readonly basis: 'confirmed' | 'assumed' | null;
  readonly breached: readonly SlaTarget[];
  readonly rating: number | null;
  readonly ratingComment: string | null;
  readonly solved: boolean | null;
}

/**
 * The stretch that a conversation is in. Handing back to the assistant forgets when people had it, so
 * what is known already is kept.
 * @param before the same stretch as it was told last; undefined for a new one.
 */
export function stretchOf(conversation: Conversation, before: Stretch | undefined): Stretch {
  const isResolved = conversation.status === 'resolved';
  const wasWithPeople = conversation.handedAt !== null || (before?.handedAt ?? null) !== null;
  return {
    conversationId: conversation.id,
    number: conversation.stretch,
    startedAt: conversation.stretchAt,
    locale: conversation.locale,
    intent: conversation.intent,
    urgency: conversation.urgency,
    team: wasWithPeople ? conversation.team : null,
    agentId: conversation.stretchAgent?.agentId ?? null,
    agentName: conversation.stretchAgent?.name ?? null,
    handedAt: before?.handedAt ?? conversation.handedAt,
    handoffReason: conversation.handoffReason,
    respondedAt: before?.respondedAt ?? conversation.respondedAt,
    resolvedAt: isResolved ? conversation.resolvedAt : null,
    resolvedBy: isResolved ? conversation.resolvedBy : null,
    basis: isResolved ? conversation.basis : null,
    breached: Object.keys(conversation.breached) as SlaTarget[],
    rating: conversation.rating,
    ratingComment: conversation.ratingComment,
    solved: conversation.solved,
  };
}
