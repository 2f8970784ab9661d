import type { AssistantSeat } from '../domain/assistant-seat.ts';
import { needsTurn } from '../domain/conversation.ts';
import { AppError, type ErrorCode } from '../domain/errors.ts';
import type { ApplyCommand } from './apply-command.ts';

export type HandOverFailed = (conversationId: string) => Promise<void>;

/** Refusals that say: somebody has it already, which is what was wanted. */
const SETTLED: readonly ErrorCode[] = ['already-handed-off', 'already-resolved'];

/** Gives a conversation that the assistant could not answer to people, unless somebody took care of it meanwhile. */
export function createHandOver({ applyCommand, assistant }: {
  applyCommand: ApplyCommand;
  assistant: Pick<AssistantSeat, 'handOver'>;
}): HandOverFailed {
  return async function handOver(conversationId) {
    try {
      await applyCommand(conversationId, (conversation) => {
        if (!needsTurn(conversation)) throw new AppError('already-handed-off', 'the assistant owes no answer any more');
        return { type: 'request-handoff', ...assistant.handOver(conversation, 'assistant-failed', 'system') };
      });
    } catch (error) {
      if (!(error instanceof AppError && SETTLED.includes(error.code))) throw error;
    }
  };
}
