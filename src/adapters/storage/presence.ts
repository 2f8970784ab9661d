import type { PresenceStatus } from '../../domain/presence.ts';
import type { Clock, PresenceStore } from '../../ports.ts';
import type { Database } from './database.ts';

export function createPresenceStore(database: Database, clock: Clock): PresenceStore {
  return {
    set: (agentId, status) => database.write(async (transaction) => {
      const now = clock.now();
      await transaction.insertInto('presence').values({ agent_id: agentId, status, seen_at: now, changed_at: now })
        .onConflict((conflict) => conflict.column('agent_id').doUpdateSet({ status, seen_at: now, changed_at: now })).execute();
    }),

    touch: (agentIds) => database.write(async (transaction) => {
      if (agentIds.length === 0) return;
      const now = clock.now();
      await transaction.insertInto('presence').values(agentIds.map((agent_id) => ({ agent_id, status: 'available', seen_at: now, changed_at: now })))
        .onConflict((conflict) => conflict.column('agent_id').doUpdateSet({ seen_at: now })).execute();
    }),

    async list() {
      const rows = await database.reader.selectFrom('presence').selectAll().execute();
      return rows.map((row) => ({ agentId: row.agent_id, status: row.status as PresenceStatus, seenAt: row.seen_at, changedAt: row.changed_at }));
    },
  };
}
