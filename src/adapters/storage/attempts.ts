import { sql } from 'kysely';
import type { AttemptStore, Clock } from '../../ports.ts';
import type { Database } from './database.ts';

/** Buckets as `takeToken` of domain/admission.ts has them, each decided in one statement, so that processes cannot pass one another. */
export function createAttemptStore(database: Database, clock: Clock): AttemptStore {
  return {
    take: (buckets) => database.write(async (transaction) => {
      const now = clock.now();
      for (const { key, rate: { count, ms } } of buckets) {
        const step = Math.round(ms / count);
        const taken = await transaction.insertInto('attempt').values({ key, full_at: now + step })
          .onConflict((conflict) => conflict.column('key')
            .doUpdateSet({ full_at: sql<number>`case when attempt.full_at > ${now + ms} then ${now + ms} when attempt.full_at > ${now} then attempt.full_at + ${step} else ${now + step} end` })
            // Further ahead than a full bucket explains: the clock was set back since.
            .where((is) => is.or([is('attempt.full_at', '<=', now + ms - step), is('attempt.full_at', '>', now + ms)])))
          .returning('full_at').executeTakeFirst();
        if (taken) continue;
        const { full_at: fullAt } = await transaction.selectFrom('attempt').select('full_at').where('key', '=', key).executeTakeFirstOrThrow();
        return Math.max(1, fullAt + step - now - ms);
      }
      return 0;
    }),

    forget: (keys) => database.write(async (transaction) => {
      // Those that are full by themselves go along, so that the table stays small.
      await transaction.deleteFrom('attempt').where((is) => is.or([is('key', 'in', [...keys]), is('full_at', '<=', clock.now())])).execute();
    }),
  };
}
