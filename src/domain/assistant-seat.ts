import type { Conversation } from './conversation.ts';
import type { ConversationEvent } from './events.ts';
import type { HandoffReason } from './handoff.ts';
import type { TurnDraft } from './ownership.ts';

/** What a turn is taken on. */
export interface TurnInput {
  readonly conversation: Conversation;
  /** The conversation's latest events, ascending, the contact's unanswered messages among them. */
  readonly events: readonly ConversationEvent[];
  /** Takes the pieces of an answer while it is written, for the contact to watch; what is returned at the end is what counts. */
  readonly onPiece: (piece: string) => void;
  /** Aborted when the turn has taken too long, or another message came: end soon, with what there is. */
  readonly signal: AbortSignal;
}

/**
 * The assistant as a conversation sees it: somebody who can be asked to take a turn. The
 * conversation knows nothing else of it, as it knows nothing of how an agent thinks.
 */
export interface AssistantSeat {
  /** What the assistant does about the unanswered messages. May reject or take long; the conversation then goes to a person. */
  respond(input: TurnInput): Promise<readonly TurnDraft[]>;
  /** What the assistant makes of messages while people have the conversation: it may raise the urgency and ask a waiting contact. May reject; nothing is lost then but that. */
  hear(input: TurnInput): Promise<readonly TurnDraft[]>;
  /** The hand-over and what the contact is told of it. Must not fail: it is what happens when everything else did. */
  handOver(conversation: Conversation, reason: HandoffReason, requestedBy: 'contact' | 'assistant' | 'system'): HandOver;
  /** "Did this solve it?", some time after people resolved it. Must not fail. */
  askWhetherSolved(conversation: Conversation): HandOver['message'];
}

export interface HandOver {
  readonly handoff: Extract<TurnDraft, { type: 'handoff.requested' }>['data'];
  readonly message: Extract<TurnDraft, { type: 'message.sent' }>['data'];
}
