import { sql, type Kysely } from 'kysely';
import type { Dialect } from '../database.ts';
import type { Tables } from '../schema.ts';

/** What was done, by whom. Nobody who has only SQL changes it without taking a trigger away first. */
export async function addAudit(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await db.schema.createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor_kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_actor').on('audit').columns(['actor_id', 'seq']).execute();
  await db.schema.createIndex('audit_subject').on('audit').columns(['subject', 'seq']).execute();
  if (dialect === 'postgres') {
    await sql`create function refuse_audit_change() returns trigger language plpgsql as $$ begin raise exception 'the audit log is append-only'; end $$`.execute(db);
    await sql`create trigger audit_is_append_only before update or delete or truncate on audit for each statement execute function refuse_audit_change()`.execute(db);
    return;
  }
  for (const change of ['update', 'delete']) {
    await sql`create trigger ${sql.id(`audit_refuses_${change}`)} before ${sql.raw(change)} on audit begin select raise(abort, 'the audit log is append-only'); end`.execute(db);
  }
}

export async function addAttempts(db: Kysely<Tables>): Promise<void> {
  await db.schema.createTable('attempt')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('full_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('attempt_full').on('attempt').columns(['full_at']).execute();
}

export async function addSecondFactors(db: Kysely<Tables>): Promise<void> {
  // Without a value they are of sessions that the version before opened, or opens still.
  for (const [column, type] of [['opened_at', 'bigint'], ['seen_at', 'bigint'], ['proved_at', 'bigint'], ['proof', 'text'], ['address', 'text'], ['device', 'text']] as const) {
    await db.schema.alterTable('agent_session').addColumn(column, type).execute();
  }
  await db.schema.createIndex('agent_session_agent').on('agent_session').columns(['agent_id']).execute();
  await db.schema.createTable('factor')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('factor_agent').on('factor').columns(['agent_id', 'added_at']).execute();
  await db.schema.createTable('recovery_code')
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_code_key', ['agent_id', 'hash'])
    .execute();
  await db.schema.createTable('ceremony')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('agent_id', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
}
