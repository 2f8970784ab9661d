import type { Ceremony, Clock, Factor, FactorStore } from '../../ports.ts';
import type { Database } from './database.ts';
import type { CeremonyTable, FactorTable } from './schema.ts';

export function createFactorStore(database: Database, clock: Clock): FactorStore {
  const { reader } = database;
  return {
    async add(factor) {
      await database.write((transaction) => transaction.insertInto('factor').values(toRow(factor)).execute());
    },

    async list(agentId) {
      const rows = await reader.selectFrom('factor').selectAll().where('agent_id', '=', agentId).orderBy('added_at').orderBy('id').execute();
      return rows.map(fromRow);
    },

    async countAll() {
      const rows = await reader.selectFrom('factor').select(['agent_id', (select) => select.fn.countAll<number>().as('count')]).groupBy('agent_id').execute();
      return new Map(rows.map(({ agent_id: agentId, count }) => [agentId, Number(count)]));
    },

    use: (factorId, counter, at) => database.write(async (transaction) => {
      const { numUpdatedRows } = await transaction.updateTable('factor').set({ used_at: at, ...(counter === null ? {} : { counter }) }).where('id', '=', factorId)
        .$if(counter !== null, (query) => query.where('counter', '<', counter ?? 0)).executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

    remove: (agentId, factorId) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('factor').where('id', '=', factorId).where('agent_id', '=', agentId).executeTakeFirst();
      return numDeletedRows > 0n;
    }),

    removeAll: (agentId) => database.write(async (transaction) => {
      await transaction.deleteFrom('recovery_code').where('agent_id', '=', agentId).execute();
      const { numDeletedRows } = await transaction.deleteFrom('factor').where('agent_id', '=', agentId).executeTakeFirst();
      return Number(numDeletedRows);
    }),

    setRecovery: (agentId, hashes) => database.write(async (transaction) => {
      await transaction.deleteFrom('recovery_code').where('agent_id', '=', agentId).execute();
      if (hashes.length > 0) await transaction.insertInto('recovery_code').values(hashes.map((hash) => ({ agent_id: agentId, hash }))).execute();
    }),

    useRecovery: (agentId, hash) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('recovery_code').where('agent_id', '=', agentId).where('hash', '=', hash).executeTakeFirst();
      return numDeletedRows > 0n;
    }),

    async countRecovery(agentId) {
      const { count } = await reader.selectFrom('recovery_code').select((select) => select.fn.countAll<number>().as('count')).where('agent_id', '=', agentId).executeTakeFirstOrThrow();
      return Number(count);
    },

    begin: (ceremony) => database.write(async (transaction) => {
      await transaction.deleteFrom('ceremony').where((is) => is.or([is('id', '=', ceremony.id), is('expires_at', '<=', clock.now())])).execute();
      await transaction.insertInto('ceremony').values(ceremonyRow(ceremony)).execute();
    }),

    async findCeremony(id) {
      const row = await reader.selectFrom('ceremony').selectAll().where('id', '=', id).where('expires_at', '>', clock.now()).executeTakeFirst();
      return row && { id: row.id, agentId: row.agent_id, expiresAt: row.expires_at, data: row.data };
    },

    end: (id) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('ceremony').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    }),
  };
}

function ceremonyRow({ id, agentId, expiresAt, data }: Ceremony): CeremonyTable {
  return { id, agent_id: agentId, expires_at: expiresAt, data };
}

function toRow({ id, agentId, kind, name, addedAt, usedAt, sealed, counter }: Factor): FactorTable {
  return { id, agent_id: agentId, kind, name, added_at: addedAt, used_at: usedAt, sealed, counter };
}

function fromRow(row: FactorTable): Factor {
  return { id: row.id, agentId: row.agent_id, kind: row.kind as Factor['kind'], name: row.name, addedAt: row.added_at, usedAt: row.used_at, sealed: row.sealed, counter: row.counter };
}
