import { sql, type Kysely } from 'kysely';
import type { Dialect } from './database.ts';
import { createConversations, createAgents, addHearing, addDesk, addSearch, addLooseFiles, addSupervision, addOpenList, addLeases, refoldPeople } from './migrations/desk.ts';
import { addDocuments, addGoldenQuestions, addHelpVotes, addQuestions } from './migrations/knowledge.ts';
import { addAudit, addAttempts, addSecondFactors } from './migrations/trust.ts';
import type { Tables } from './schema.ts';

/**
 * Forward only: a migration that was released is never changed, a mistake is mended by the next one.
 * Each must leave a database that the version before it can still serve, so that processes can be
 * replaced one by one.
 */
export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<Tables>, dialect: Dialect) => Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-conversations', up: createConversations },
  { name: '0002-agents', up: createAgents },
  { name: '0003-hearing', up: addHearing },
  { name: '0004-desk', up: addDesk },
  { name: '0005-search', up: addSearch },
  { name: '0006-attachments', up: addLooseFiles },
  { name: '0007-supervise', up: addSupervision },
  { name: '0008-open-list', up: addOpenList },
  { name: '0009-leases', up: addLeases },
  { name: '0010-people', up: refoldPeople },
  { name: '0011-documents', up: addDocuments },
  { name: '0012-golden-questions', up: addGoldenQuestions },
  { name: '0013-help-votes', up: addHelpVotes },
  { name: '0014-questions', up: addQuestions },
  { name: '0015-attempts', up: addAttempts },
  { name: '0016-audit', up: addAudit },
  { name: '0018-second-factors', up: addSecondFactors },
];

/** Applies what is missing. The caller has begun a transaction that keeps other processes out, and commits it. */
export async function migrate(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await sql`create table if not exists migration (name text primary key, applied_at bigint not null)`.execute(db);
  const applied = await sql<{ name: string }>`select name from migration`.execute(db);
  const done = new Set(applied.rows.map((row) => row.name));
  for (const migration of MIGRATIONS.filter(({ name }) => !done.has(name))) {
    await migration.up(db, dialect);
    await sql`insert into migration (name, applied_at) values (${migration.name}, ${Date.now()})`.execute(db);
  }
}
