import type { Clock, ConversationStore, Logger } from '../ports.ts';
import type { HandOverFailed } from './hand-over.ts';

/** How many conversations one sweep looks at; the rest wait for the next. */
const BATCH = 500;
/** After so many turns that led to nothing, people take over. */
const MAX_TRIES = 3;

export interface Sweeper {
  /** Looks now, at everything that is unanswered, whenever it came: for what a crash cut off. */
  sweepAll(): Promise<void>;
  /** Looks now for what has waited longer than the grace. */
  sweep(): Promise<void>;
  stop(): void;
}

/**
 * Looks every `everyMs` for messages that the assistant left unanswered for longer than `graceMs`
 * (a crash, a database that was away) and asks for their turns again; what still has no answer after
 * some tries goes to people.
 */
export function startSweeper({ conversations, wake, isRunning, handOver, isLeader, clock, logger, everyMs, graceMs }: {
  conversations: Pick<ConversationStore, 'listUnanswered'>;
  wake: (conversationId: string) => void;
  /** A turn that is under way has limits of its own. */
  isRunning: (conversationId: string) => boolean;
  handOver: HandOverFailed;
  /** Whether this process looks after what only one of several should. */
  isLeader: () => boolean;
  clock: Clock;
  logger: Logger;
  everyMs: number;
  graceMs: number;
}): Sweeper {
  let tries = new Map<string, number>();

  async function look(before: number): Promise<void> {
    try {
      const ids = (await conversations.listUnanswered(before, BATCH)).filter((id) => !isRunning(id));
      if (ids.length > 0) logger.info('unanswered messages get their turn', { conversations: ids.length });
      // Only those that are still unanswered are remembered.
      tries = new Map(ids.map((id) => [id, (tries.get(id) ?? 0) + 1]));
      for (const [id, count] of tries) {
        if (count > MAX_TRIES) await handOver(id);
        else wake(id);
      }
    } catch (error) {
      logger.error('sweeping for unanswered messages failed', { error: String(error) });
    }
  }

  const sweep = (): Promise<void> => look(clock.now() - graceMs);
  const timer = setInterval(() => { if (isLeader()) void sweep(); }, everyMs);
  return {
    sweep,
    sweepAll: () => look(clock.now() + 1),
    stop: () => { clearInterval(timer); },
  };
}
