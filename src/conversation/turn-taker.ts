import type { Logger } from '../ports.ts';
import type { TakeTurn } from './take-turn.ts';

export interface TurnTaker {
  /** Asks for a turn; returns at once. While one runs in a conversation, any number of wakes make exactly one more. */
  wake(conversationId: string): void;
  /** The same after a new message: what the turn under way still waits for (a language model) is cut short, so that an alarm does not wait behind it. */
  interrupt(conversationId: string): void;
  isRunning(conversationId: string): boolean;
  /** In how many conversations a turn is under way. */
  countRunning(): number;
  /** Resolves when no turn is running. */
  drained(): Promise<void>;
}

interface Running {
  again: boolean;
  cut: AbortController;
  done: Promise<void>;
}

/** One turn at a time in a conversation, any number of conversations at once. */
export function createTurnTaker({ takeTurn, logger }: { takeTurn: TakeTurn; logger: Logger }): TurnTaker {
  const running = new Map<string, Running>();

  async function takeTurns(conversationId: string, state: Running): Promise<void> {
    try {
      do {
        state.again = false;
        state.cut = new AbortController();
        if (await takeTurn(conversationId, state.cut.signal) === 'again') state.again = true;
      } while (state.again);
    } catch (error) {
      // Storage failed, so nothing can be written now: the sweeper comes back to this conversation.
      logger.error('a turn could not be taken', { conversationId, error: String(error) });
    } finally {
      running.delete(conversationId);
    }
  }

  function wake(conversationId: string): void {
      const current = running.get(conversationId);
      if (current) {
        current.again = true;
        return;
      }
      const state: Running = { again: false, cut: new AbortController(), done: Promise.resolve() };
      running.set(conversationId, state);
      state.done = takeTurns(conversationId, state);
  }

  return {
    wake,
    interrupt(conversationId) {
      running.get(conversationId)?.cut.abort();
      wake(conversationId);
    },
    isRunning: (conversationId) => running.has(conversationId),
    countRunning: () => running.size,
    async drained() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
