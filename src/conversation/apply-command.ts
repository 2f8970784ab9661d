import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import type { ConversationEvent } from '../domain/events.ts';
import { decideOwnership, type Command } from '../domain/ownership.ts';
import type { ConversationStore, Doorbell } from '../ports.ts';
import { findRepeated } from './find-repeated.ts';

export interface Applied {
  readonly conversation: Conversation;
  /** What was written; what had been written before, when the command carried a client message id that is known. */
  readonly events: readonly ConversationEvent[];
}

export type ApplyCommand = (conversationId: string, command: Command | ((conversation: Conversation) => Command)) => Promise<Applied>;

/** Under contention every round lets one append through, so this many rounds serve this many simultaneous writers. */
const MAX_ROUNDS = 50;

/**
 * Decides a command on the conversation as it is and appends what follows; looks again where the log
 * has moved on meanwhile. Rejects with AppError: `not-found`, or the code of the rule that forbids it.
 */
export function createApplyCommand({ conversations, doorbell }: {
  conversations: Pick<ConversationStore, 'get' | 'append' | 'read' | 'findByClientMessageId'>;
  doorbell: Pick<Doorbell, 'ring'>;
}): ApplyCommand {
  return async function applyCommand(conversationId, commandOrMake) {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const conversation = await conversations.get(conversationId);
      if (!conversation) throw new AppError('not-found', `there is no conversation ${conversationId}`);
      const command = typeof commandOrMake === 'function' ? commandOrMake(conversation) : commandOrMake;
      const known = await findRepeated(conversations, conversation, command);
      if (known) return { conversation, events: [known] };
      const decision = decideOwnership(conversation, command);
      if ('rejected' in decision) throw new AppError(decision.rejected, `'${command.type}' is not possible: ${decision.rejected}`);
      const appended = await conversations.append(conversation.id, conversation.seq, decision.events);
      if (appended === 'conflict') continue;
      doorbell.ring({ conversationId, contactId: conversation.contactId });
      return appended;
    }
    throw new AppError('unavailable', `conversation ${conversationId} is changing too fast; try again`);
  };
}

/** For whoever acts on what may have changed meanwhile: somebody was faster, and that is as good. */
export function ignoreRefusal(error: unknown): void {
  if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
}
