import type { Clock, SecondProof, SessionStore, StoredSession } from '../../ports.ts';
import type { Database } from './database.ts';
import type { AgentSessionTable } from './schema.ts';

export function createSessionStore(database: Database, clock: Clock): SessionStore {
  const { reader } = database;
  return {
    open: (session) => database.write(async (transaction) => {
      await transaction.deleteFrom('agent_session').where('expires_at', '<', clock.now()).execute();
      await transaction.insertInto('agent_session').values(toRow(session)).execute();
    }),

    async find(id) {
      const row = await reader.selectFrom('agent_session').selectAll().where('token_hash', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },

    async list(agentId) {
      const rows = await reader.selectFrom('agent_session').selectAll().where('agent_id', '=', agentId).execute();
      return rows.map(fromRow).sort((a, b) => b.seenAt - a.seenAt);
    },

    async see(id, at) {
      await database.write((transaction) => transaction.updateTable('agent_session').set({ seen_at: at }).where('token_hash', '=', id).execute());
    },

    async prove(id, proof, at) {
      await database.write((transaction) => transaction.updateTable('agent_session')
        .set({ proved_at: at, seen_at: at, ...(proof === null ? {} : { proof }) }).where('token_hash', '=', id).execute());
    },

    close: (agentId, id) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('agent_session').where('token_hash', '=', id).where('agent_id', '=', agentId).executeTakeFirst();
      return numDeletedRows > 0n;
    }),

    closeOthers: (agentId, but) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('agent_session').where('agent_id', '=', agentId)
        .$if(but !== null, (query) => query.where('token_hash', '<>', but ?? '')).executeTakeFirst();
      return Number(numDeletedRows);
    }),
  };
}

function toRow({ id, agentId, openedAt, seenAt, expiresAt, proof, provedAt, address, device }: StoredSession): AgentSessionTable {
  return { token_hash: id, agent_id: agentId, expires_at: expiresAt, opened_at: openedAt, seen_at: seenAt, proved_at: provedAt, proof, address, device };
}

/** A session that the version before opened says nothing of itself: it was never seen, and is over by its idle limit. */
function fromRow(row: AgentSessionTable): StoredSession {
  return {
    id: row.token_hash, agentId: row.agent_id, expiresAt: row.expires_at, openedAt: row.opened_at ?? 0, seenAt: row.seen_at ?? 0, provedAt: row.proved_at ?? 0,
    proof: row.proof as SecondProof | null, address: row.address, device: row.device ?? '',
  };
}
