import { sql, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';

type Work<T> = (transaction: Kysely<Tables>) => Promise<T>;

interface Job {
  readonly run: (transaction: Kysely<Tables>) => Promise<void>;
  readonly settle: (commitError: unknown) => void;
}

/**
 * Commits together what is written in one tick. A durable commit costs one flush of the disk
 * whatever it holds, so under load many writers share one (group commit: DeWitt et al.,
 * "Implementation techniques for main memory database systems", SIGMOD 1984, §5). Each piece of
 * work has a savepoint of its own: one that rejects takes nothing else back. Promises resolve only
 * after the commit.
 */
export function createCommitGroup(db: Kysely<Tables>): { write<T>(work: Work<T>): Promise<T>; drained(): Promise<void> } {
  let waiting: Job[] = [];
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      try {
        await db.connection().execute((connection) => commit(connection, jobs));
      } catch (error) {
        // The database is closed: whoever waits is told.
        for (const job of jobs) job.settle(error);
      }
    }
    flushing = undefined;
  }

  return {
    write<T>(work: Work<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push(toJob(work, resolve, reject));
        flushing ??= nextTick().then(flush);
      });
    },
    drained: () => flushing ?? Promise.resolve(),
  };
}

/** Runs the work in its savepoint at once, and tells its caller after the commit. */
function toJob<T>(work: Work<T>, resolve: (value: T) => void, reject: (reason: unknown) => void): Job {
  let outcome: { value: T } | { reason: unknown };
  return {
    async run(transaction) {
      await sql`savepoint job`.execute(transaction);
      try {
        outcome = { value: await work(transaction) };
      } catch (reason) {
        outcome = { reason };
        await sql`rollback to job`.execute(transaction);
      }
      await sql`release job`.execute(transaction);
    },
    settle(commitError) {
      if (commitError !== undefined) reject(commitError);
      else if ('value' in outcome) resolve(outcome.value);
      else reject(outcome.reason);
    },
  };
}

async function commit(connection: Kysely<Tables>, jobs: readonly Job[]): Promise<void> {
  let failure: unknown;
  try {
    await sql`begin immediate`.execute(connection);
    try {
      for (const job of jobs) await job.run(connection);
      await sql`commit`.execute(connection);
    } catch (error) {
      // A full disk may have rolled back already; then this fails too, and the first error is the one to tell.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    failure = error ?? new Error('the commit failed');
  }
  for (const job of jobs) job.settle(failure);
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}
