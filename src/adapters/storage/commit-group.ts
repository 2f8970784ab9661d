import { sql, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';

type Work<T> = (transaction: Kysely<Tables>) => Promise<T>;

interface Job {
  /** Rejects as its work does. */
  readonly run: (transaction: Kysely<Tables>) => Promise<void>;
  /** Tells the caller: of what the work came to, or of the error that took it back. */
  readonly settle: (failure?: { readonly reason: unknown }) => void;
}

/**
 * Commits together what is written in one tick. A durable commit costs one flush of the disk
 * whatever it holds, so under load many writers share one (group commit: DeWitt et al.,
 * "Implementation techniques for main memory database systems", SIGMOD 1984, §5). Work that rejects
 * takes nothing else back: the others are run again, each in a transaction of its own. That is rare,
 * and a savepoint for each would cost every writer: the full-text index writes a segment at each.
 * Promises resolve only after the commit.
 */
export function createCommitGroup(db: Kysely<Tables>): { write<T>(work: Work<T>): Promise<T>; drained(): Promise<void> } {
  let waiting: Job[] = [];
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      try {
        await db.connection().execute((connection) => commitAll(connection, jobs));
      } catch (reason) {
        // The database is closed: whoever waits is told.
        for (const job of jobs) job.settle({ reason });
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

function toJob<T>(work: Work<T>, resolve: (value: T) => void, reject: (reason: unknown) => void): Job {
  let value: T;
  return {
    async run(transaction) { value = await work(transaction); },
    settle(failure) {
      if (failure) reject(failure.reason);
      else resolve(value);
    },
  };
}

async function commitAll(connection: Kysely<Tables>, jobs: readonly Job[]): Promise<void> {
  try {
    await commit(connection, jobs);
    for (const job of jobs) job.settle();
  } catch (reason) {
    if (jobs.length === 1) jobs[0]?.settle({ reason });
    else for (const job of jobs) await commitAll(connection, [job]);
  }
}

/** Durable when it resolves; where it rejects, nothing was written. */
async function commit(connection: Kysely<Tables>, jobs: readonly Job[]): Promise<void> {
  await sql`begin immediate`.execute(connection);
  try {
    for (const job of jobs) await job.run(connection);
    await sql`commit`.execute(connection);
  } catch (error) {
    // A full disk may have rolled back already; then this fails too, and the first error is the one to tell.
    await sql`rollback`.execute(connection).catch(() => undefined);
    throw error;
  }
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}
