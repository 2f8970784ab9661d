import type { Clock, ConversationStore, Logger } from '../ports.ts';

/** How many conversations one sweep wakes; the rest wait for the next. */
const BATCH = 500;

export interface Sweeper {
  /** Wakes what was left unanswered, whenever it came: run once at the start, for what a crash cut off. */
  sweepAll(): Promise<void>;
  stop(): void;
}

/**
 * Looks every `everyMs` for messages that the assistant left unanswered for longer than `graceMs`
 * (a crash, a database that was away) and asks for their turns again.
 */
export function startSweeper({ conversations, wake, clock, logger, everyMs, graceMs }: {
  conversations: Pick<ConversationStore, 'listUnanswered'>;
  wake: (conversationId: string) => void;
  clock: Clock;
  logger: Logger;
  everyMs: number;
  graceMs: number;
}): Sweeper {
  async function sweep(before: number): Promise<void> {
    try {
      const ids = await conversations.listUnanswered(before, BATCH);
      if (ids.length > 0) logger.info('unanswered messages get their turn', { conversations: ids.length });
      for (const id of ids) wake(id);
    } catch (error) {
      logger.error('sweeping for unanswered messages failed', { error: String(error) });
    }
  }

  const timer = setInterval(() => { void sweep(clock.now() - graceMs); }, everyMs);
  return {
    sweepAll: () => sweep(clock.now()),
    stop: () => { clearInterval(timer); },
  };
}
