import { sql } from 'kysely';
import type { LeaseStore } from '../../ports.ts';
import type { Database } from './database.ts';

/** By the database's clock, which is one for all who ask. */
const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

export function createLeaseStore(database: Database): LeaseStore {
  // The embedded database serves one process at a time, which therefore leads.
  if (database.dialect === 'sqlite') return { take: () => Promise.resolve(true), giveUp: () => Promise.resolve() };
  // One statement, without a transaction around it: who is paused amid one would keep the lease from everybody.
  const db = database.reader;
  return {
    async take(name, holder, ms) {
      const until = sql<number>`${NOW} + ${ms}`;
      const { numInsertedOrUpdatedRows } = await db.insertInto('lease').values({ name, holder, expires_at: until })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ holder, expires_at: until })
          .where((is) => is.or([is('lease.holder', '=', holder), is('lease.expires_at', '<', NOW)])))
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async giveUp(name, holder) {
      await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
