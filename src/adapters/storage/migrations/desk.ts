import { sql, type Kysely } from 'kysely';
import type { Stretch } from '../../../domain/stretch.ts';
import { foldAll } from '../../../domain/fold-conversation.ts';
import type { Dialect } from '../database.ts';
import { conversationToRow, eventFromRow } from '../rows.ts';
import type { Tables } from '../schema.ts';
import { indexAllEvents } from '../search-index.ts';
import { WORD_INDEXES } from '../search-words.ts';
import { idType } from './id-type.ts';

export async function createConversations(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const id = idType(dialect);
  await db.schema.createTable('conversation')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('start_key', 'text', (column) => column.notNull().unique())
    .addColumn('contact_id', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull().unique())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('owner_kind', 'text', (column) => column.notNull())
    .addColumn('owner_team', 'text')
    .addColumn('owner_agent_id', 'text')
    .addColumn('owner_name', 'text')
    .addColumn('team', 'text')
    .addColumn('urgency_rank', 'integer', (column) => column.notNull())
    .addColumn('intent', 'text')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('queued_at', 'bigint')
    .addColumn('unanswered_seq', 'integer')
    .addColumn('unanswered_at', 'bigint')
    .addColumn('contact_seq', 'integer', (column) => column.notNull())
    .addColumn('assigned_seq', 'integer', (column) => column.notNull())
    .addColumn('failed_turns', 'integer', (column) => column.notNull())
    .addColumn('unhelpful_answers', 'integer', (column) => column.notNull())
    .addColumn('last_message', 'text')
    .addColumn('rating', 'integer')
    .execute();
  await db.schema.createTable('event')
    .addColumn('conversation_id', id, (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('client_message_id', 'text')
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_key', ['conversation_id', 'seq'])
    .execute();
  await db.schema.createIndex('event_client_message').unique().on('event')
    .columns(['conversation_id', 'client_message_id']).where(sql.ref('client_message_id'), 'is not', null).execute();
  await db.schema.createIndex('conversation_contact').on('conversation').columns(['contact_id', 'id']).execute();
  // Partial indexes keep the lists of the desk as fast with a million resolved conversations as with none.
  await db.schema.createIndex('conversation_queue').on('conversation')
    .columns(['owner_team', 'urgency_rank', 'queued_at', 'id']).where(sql.ref('owner_kind'), '=', sql.lit('queue')).execute();
  await db.schema.createIndex('conversation_owned').on('conversation')
    .columns(['owner_agent_id', 'urgency_rank', 'updated_at']).where(sql.ref('owner_kind'), '=', sql.lit('agent')).execute();
  await db.schema.createIndex('conversation_unanswered').on('conversation')
    .columns(['unanswered_at']).where(sql<boolean>`owner_kind = 'assistant' and unanswered_at is not null`).execute();
  await db.schema.createIndex('conversation_status').on('conversation').columns(['status', 'updated_at']).execute();
  await db.schema.createIndex('conversation_team').on('conversation').columns(['team', 'status', 'updated_at']).execute();
}

export async function createAgents(db: Kysely<Tables>): Promise<void> {
  await db.schema.createTable('agent')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_key', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('teams', 'text', (column) => column.notNull())
    .addColumn('locales', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createTable('agent_session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createTable('setting')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

/** What the assistant heard, what the conversation is about, and how long contacts waited. */
export async function addHearing(db: Kysely<Tables>): Promise<void> {
  // One column a statement: SQLite adds no more at once.
  await db.schema.alterTable('conversation').addColumn('topic', 'text').execute();
  await db.schema.alterTable('conversation').addColumn('region', 'text').execute();
  await db.schema.alterTable('conversation').addColumn('heard_seq', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await db.schema.alterTable('conversation').addColumn('attacks', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await db.schema.alterTable('conversation').addColumn('assigned_at', 'bigint').execute();
  await db.schema.alterTable('conversation').addColumn('waited_ms', 'bigint').execute();
  // What people have already is not listened to from its beginning.
  await sql`update conversation set heard_seq = contact_seq`.execute(db);
  await db.schema.createIndex('conversation_waited').on('conversation')
    .columns(['team', 'urgency_rank', 'assigned_at']).where(sql.ref('waited_ms'), 'is not', null).execute();
}

/** Clocks, stretches, presence, macros and attachments. */
export async function addDesk(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const never = Number.MAX_SAFE_INTEGER;
  await db.schema.alterTable('conversation').addColumn('due_at', 'bigint', (column) => column.notNull().defaultTo(never)).execute();
  for (const name of ['timer_at', 'snoozed_until', 'handed_at', 'resolved_at'] as const) {
    await db.schema.alterTable('conversation').addColumn(name, 'bigint').execute();
  }
  await db.schema.alterTable('conversation').addColumn('last_agent_id', 'text').execute();
  for (const name of ['reviewed', 'calls'] as const) {
    await db.schema.alterTable('conversation').addColumn(name, 'integer', (column) => column.notNull().defaultTo(0)).execute();
  }
  await db.schema.alterTable('conversation').addColumn('details', 'text', (column) => column.notNull().defaultTo('{}')).execute();
  // The clocks of what is open start at once: the timers find it due and wind them up.
  await sql`update conversation set timer_at = 0, handed_at = queued_at where status = 'open'`.execute(db);
  await db.schema.dropIndex('conversation_queue').execute();
  await db.schema.createIndex('conversation_line').on('conversation')
    .columns(['owner_team', 'urgency_rank', 'due_at', 'queued_at', 'id']).where(sql.ref('owner_kind'), '=', sql.lit('queue')).execute();
  await db.schema.createIndex('conversation_timer').on('conversation').columns(['timer_at']).where(sql.ref('timer_at'), 'is not', null).execute();
  await db.schema.createIndex('conversation_due').on('conversation').columns(['due_at']).where(sql.ref('due_at'), '<', sql.lit(never)).execute();
  await db.schema.createIndex('conversation_calls').on('conversation').columns(['updated_at']).where(sql.ref('calls'), '=', sql.lit(1)).execute();
  await createStretches(db, dialect);
  await createDeskTables(db, dialect);
}

async function createStretches(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await db.schema.createTable('stretch')
    .addColumn('conversation_id', idType(dialect), (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('stretch_key', ['conversation_id', 'number'])
    .execute();
  await db.schema.createIndex('stretch_started').on('stretch').columns(['started_at', 'conversation_id', 'number']).execute();
}

async function createDeskTables(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await db.schema.alterTable('agent').addColumn('level', 'integer', (column) => column.notNull().defaultTo(1)).execute();
  await db.schema.alterTable('agent').addColumn('capacity', 'integer', (column) => column.notNull().defaultTo(6)).execute();
  await db.schema.alterTable('agent').addColumn('active', 'integer', (column) => column.notNull().defaultTo(1)).execute();
  await db.schema.createTable('presence')
    .addColumn('agent_id', 'text', (column) => column.primaryKey())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createTable('read_mark')
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('read_mark_key', ['conversation_id', 'reader'])
    .execute();
  await db.schema.createTable('macro')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createTable('attachment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('contact_id', 'text')
    .addColumn('agent_id', 'text')
    .addColumn('conversation_id', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('content', dialect === 'postgres' ? 'bytea' : 'blob', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('attachment_loose').on('attachment').columns(['created_at']).where(sql.ref('conversation_id'), 'is', null).execute();
}

/** What was said, to be searched: its words are prepared by `domain/search`, and the log keeps the texts. */
export async function addSearch(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await db.schema.createTable('search_entry')
    .addColumn('id', dialect === 'postgres' ? 'bigint' : 'integer', (column) => (dialect === 'postgres' ? column.primaryKey().generatedAlwaysAsIdentity() : column.primaryKey().autoIncrement()))
    .addColumn('conversation_id', idType(dialect), (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await WORD_INDEXES[dialect].create(db);
  // Everything that a search without words asks for, so that it reads no row that it does not show.
  await db.schema.createIndex('conversation_search').on('conversation')
    .columns(['updated_at', 'id', 'status', 'team', 'urgency_rank', 'intent', 'locale', 'owner_agent_id', 'last_agent_id', 'calls']).execute();
  if (dialect === 'sqlite') await indexAllEvents(db);
}

/** Files that no message carries, by who sent them. */
export async function addLooseFiles(db: Kysely<Tables>): Promise<void> {
  await db.schema.createIndex('attachment_loose_sender').on('attachment').columns(['contact_id', 'agent_id']).where(sql.ref('conversation_id'), 'is', null).execute();
}

/** What the wallboard counts, what is to be reviewed, and the reviews. */
export async function addSupervision(db: Kysely<Tables>): Promise<void> {
  for (const name of ['handed_at', 'resolved_at'] as const) await db.schema.alterTable('stretch').addColumn(name, 'bigint').execute();
  for (const name of ['resolved_by', 'agent_id'] as const) await db.schema.alterTable('stretch').addColumn(name, 'text').execute();
  for (const { conversation_id, number, data } of await db.selectFrom('stretch').select(['conversation_id', 'number', 'data']).execute()) {
    const { handedAt, resolvedAt, resolvedBy, agentId } = JSON.parse(data) as Stretch;
    await db.updateTable('stretch').set({ handed_at: handedAt, resolved_at: resolvedAt, resolved_by: resolvedBy, agent_id: agentId })
      .where('conversation_id', '=', conversation_id).where('number', '=', number).execute();
  }
  await db.schema.createIndex('stretch_handed').on('stretch').columns(['handed_at']).where(sql.ref('handed_at'), 'is not', null).execute();
  await db.schema.createIndex('stretch_resolved').on('stretch').columns(['resolved_at', 'resolved_by', 'agent_id', 'handed_at']).where(sql.ref('resolved_at'), 'is not', null).execute();
  await db.schema.createIndex('conversation_assistant').on('conversation').columns(['owner_kind']).where(sql<boolean>`status = 'open' and owner_kind = 'assistant'`).execute();
  await db.schema.createIndex('conversation_unreviewed').on('conversation')
    .columns(['resolved_at']).where(sql<boolean>`status = 'resolved' and reviewed = 0 and last_agent_id is not null`).execute();
  await db.schema.createIndex('event_reviewed').on('event').columns(['at', 'conversation_id', 'seq']).where(sql.ref('type'), '=', sql.lit('conversation.reviewed')).execute();
}

/** Pages of everything that is open, in the order of urgency and deadline. */
export async function addOpenList(db: Kysely<Tables>): Promise<void> {
  await db.schema.createIndex('conversation_open').on('conversation')
    .columns(['team', 'urgency_rank', 'due_at', 'id']).where(sql.ref('status'), '=', sql.lit('open')).execute();
}

/** Which of several processes looks after what only one should. */
export async function addLeases(db: Kysely<Tables>): Promise<void> {
  await db.schema.createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** What people have open is folded anew, so that clocks and reports know who replied and when. */
export async function refoldPeople(db: Kysely<Tables>): Promise<void> {
  const open = await db.selectFrom('conversation').select('id').where('status', '=', 'open').where('owner_kind', '!=', 'assistant').execute();
  for (const { id } of open) {
    const events = await db.selectFrom('event').selectAll().where('conversation_id', '=', id).orderBy('seq').execute();
    const { details, handed_at, last_agent_id } = conversationToRow(foldAll(id, events.map(eventFromRow)), 0);
    await db.updateTable('conversation').set({ details, handed_at, last_agent_id, timer_at: 0 }).where('id', '=', id).execute();
  }
}
