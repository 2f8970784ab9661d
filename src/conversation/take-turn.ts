import type { Conversation } from '../domain/conversation.ts';
import type { TurnDraft } from '../domain/ownership.ts';
import { AppError } from '../domain/errors.ts';
import type { ConversationStore, Logger } from '../ports.ts';
import type { ApplyCommand } from './apply-command.ts';
import type { AssistantSeat } from './assistant-seat.ts';

/** How many of the latest events a turn is taken on. */
const HISTORY_LENGTH = 60;

export interface TurnTaker {
  /** Asks for a turn; returns at once. While one runs in a conversation, any number of wakes make exactly one more. */
  wake(conversationId: string): void;
  /** Resolves when no turn is running. */
  drained(): Promise<void>;
}

/**
 * Lets the assistant answer: one turn at a time in a conversation. What it wants to write is appended
 * only if the log is still as it was when the turn began, so that a person who stepped in or another
 * message of the contact wins. Whatever fails ends with a person.
 * @param turnLimitMs a turn that takes longer counts as failed.
 */
export function createTurnTaker({ conversations, applyCommand, assistant, append, logger, turnLimitMs }: {
  conversations: Pick<ConversationStore, 'get' | 'read'>;
  applyCommand: ApplyCommand;
  assistant: AssistantSeat;
  /** Compare-and-set append that rings the doorbell. */
  append: (conversation: Conversation, drafts: readonly TurnDraft[]) => Promise<'appended' | 'conflict'>;
  logger: Logger;
  turnLimitMs: number;
}): TurnTaker {
  /** Conversations with a turn running, and whether one more is wanted after it. */
  const running = new Map<string, { again: boolean; done: Promise<void> }>();

  function wake(conversationId: string): void {
    const current = running.get(conversationId);
    if (current) {
      current.again = true;
      return;
    }
    const state = { again: false, done: Promise.resolve() };
    running.set(conversationId, state);
    state.done = takeTurns(conversationId, state);
  }

  async function takeTurns(conversationId: string, state: { again: boolean }): Promise<void> {
    try {
      do {
        state.again = false;
        if (await takeTurn(conversationId) === 'conflict') state.again = true;
      } while (state.again);
    } catch (error) {
      // Storage failed, so nothing can be written now: the sweeper comes back to this conversation.
      logger.error('a turn could not be taken', { conversationId, error: String(error) });
    } finally {
      running.delete(conversationId);
    }
  }

  async function takeTurn(conversationId: string): Promise<'done' | 'conflict'> {
    const conversation = await conversations.get(conversationId);
    if (!conversation || !needsTurn(conversation)) return 'done';
    const after = Math.max(0, conversation.seq - HISTORY_LENGTH);
    const events = await conversations.read(conversationId, after, HISTORY_LENGTH);
    if (events.at(-1)?.seq !== conversation.seq) return 'conflict';
    let drafts: readonly TurnDraft[];
    try {
      drafts = await withLimit(assistant.respond({ conversation, events }), turnLimitMs);
    } catch (error) {
      logger.error('the assistant failed; a person takes over', { conversationId, error: error instanceof Error ? error.stack : String(error) });
      await handOver(conversationId);
      return 'done';
    }
    const appended = await append(conversation, drafts);
    return appended === 'conflict' ? 'conflict' : 'done';
  }

  async function handOver(conversationId: string): Promise<void> {
    try {
      await applyCommand(conversationId, (conversation) => ({
        type: 'request-handoff', ...assistant.handOver(conversation, 'assistant-failed', 'system'),
      }));
    } catch (error) {
      // Somebody took the conversation meanwhile: that is what was wanted.
      if (!(error instanceof AppError && error.code === 'already-handed-off')) throw error;
    }
  }

  return {
    wake,
    async drained() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

/** True where the assistant owes the contact an answer. */
export function needsTurn({ status, owner, unansweredSeq }: Conversation): boolean {
  return status === 'open' && owner.kind === 'assistant' && unansweredSeq !== null;
}

async function withLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error(`the turn took longer than ${limitMs} ms`)); }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
