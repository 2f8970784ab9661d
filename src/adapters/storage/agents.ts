import type { Agent } from '../../domain/agent.ts';
import { AppError } from '../../domain/errors.ts';
import type { AgentStore } from '../../ports.ts';
import type { Kysely } from 'kysely';
import type { Database, Dialect } from './database.ts';
import { agentFromRow, agentToRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** Key of the setting that holds the hash of the first administrator's invitation. */
const INVITATION = 'invitation';

export function createAgentStore(database: Database): AgentStore {
  const { reader } = database;
  return {
    create: (agent, passwordHash) => database.write((transaction) => insertAgent(transaction, agent, passwordHash)),

    createFirst: (agent, passwordHash, invitationHash) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('setting')
        .where('key', '=', INVITATION).where('value', '=', invitationHash).executeTakeFirst();
      if (numDeletedRows === 0n || await countAgents(transaction) > 0) return 'already-set-up';
      await insertAgent(transaction, agent, passwordHash);
      return 'created';
    }),

    async setInvitation(invitationHash) {
      await database.write(async (transaction) => {
        await transaction.deleteFrom('setting').where('key', '=', INVITATION).execute();
        await transaction.insertInto('setting').values({ key: INVITATION, value: invitationHash }).execute();
      });
    },

    count: () => countAgents(reader),

    async get(agentId) {
      const row = await reader.selectFrom('agent').selectAll().where('id', '=', agentId).executeTakeFirst();
      return row && agentFromRow(row);
    },

    update: (agent) => database.write((transaction) => updateAgent(transaction, agent, database.dialect)),

    setPassword: (agentId, passwordHash) => database.write(async (transaction) => {
      const { numUpdatedRows } = await transaction.updateTable('agent').set({ password_hash: passwordHash }).where('id', '=', agentId).executeTakeFirst();
      if (numUpdatedRows === 0n) throw new AppError('not-found', `there is no agent ${agentId}`);
      await closeSessionsOf(transaction, agentId);
    }),

    async findByEmail(email) {
      const row = await reader.selectFrom('agent').selectAll().where('email_key', '=', email.toLowerCase()).executeTakeFirst();
      return row && { agent: agentFromRow(row), passwordHash: row.password_hash };
    },

    async list() {
      const rows = await reader.selectFrom('agent').selectAll().orderBy('name').orderBy('id').execute();
      return rows.map(agentFromRow);
    },
  };
}

async function countAgents(db: Kysely<Tables>): Promise<number> {
  const { count } = await db.selectFrom('agent').select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

async function updateAgent(db: Kysely<Tables>, agent: Agent, dialect: Dialect): Promise<void> {
  // Holds the rows where others could change them meanwhile: of two administrators who take the role from each other, one waits, and is refused.
  const hadAdministrator = (await administrators(db).$if(dialect === 'postgres', (query) => query.forUpdate()).execute()).length > 0;
  const row = agentToRow(agent);
  const namesake = await db.selectFrom('agent').select('id').where('email_key', '=', row.email_key).where('id', '<>', agent.id).executeTakeFirst();
  if (namesake) throw emailTaken(agent);
  const { numUpdatedRows } = await db.updateTable('agent').set(row).where('id', '=', agent.id).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('not-found', `there is no agent ${agent.id}`);
  if (!agent.active) await closeSessionsOf(db, agent.id);
  if (hadAdministrator && !await administrators(db).executeTakeFirst()) {
    throw new AppError('conflict', `${agent.name} is the last active administrator; make somebody else one first`, { field: 'role' });
  }
}

function administrators(db: Kysely<Tables>) {
  return db.selectFrom('agent').select('id').where('role', '=', 'admin').where('active', '=', 1).orderBy('id');
}

async function closeSessionsOf(db: Kysely<Tables>, agentId: string): Promise<void> {
  await db.deleteFrom('agent_session').where('agent_id', '=', agentId).execute();
}

function emailTaken({ email }: Agent): AppError {
  return new AppError('conflict', `an agent with the e-mail ${email} exists already`, { field: 'email' });
}

async function insertAgent(db: Kysely<Tables>, agent: Agent, passwordHash: string): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('agent').values({ ...agentToRow(agent), password_hash: passwordHash })
    .onConflict((conflict) => conflict.column('email_key').doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw emailTaken(agent);
}
