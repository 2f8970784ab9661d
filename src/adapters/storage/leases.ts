import { sql } from 'kysely';
import type { LeaseStore } from '../../ports.ts';
import type { Database } from './database.ts';

/** By the database's clock, which is one for all who ask. */
const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

export function createLeaseStore(database: Database): LeaseStore {
  // The embedded database serves one process at a time, which therefore leads.
  if (database.dialect === 'sqlite') return { take: () => Promise.resolve(true), giveUp: () => Promise.resolve() };
  return {
    take: (name, holder, ms) => database.write(async (transaction) => {
      const until = sql<number>`${NOW} + ${ms}`;
      const { numInsertedOrUpdatedRows } = await transaction.insertInto('lease').values({ name, holder, expires_at: until })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ holder, expires_at: until })
          .where((is) => is.or([is('lease.holder', '=', holder), is('lease.expires_at', '<', NOW)])))
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    }),
    giveUp: (name, holder) => database.write(async (transaction) => {
      await transaction.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
    }),
  };
}
