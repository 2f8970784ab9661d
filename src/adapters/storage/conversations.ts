import type { Kysely, SelectQueryBuilder } from 'kysely';
import { foldAll, fold, type Conversation } from '../../domain/conversation.ts';
import { AppError } from '../../domain/errors.ts';
import type { ConversationEvent, EventDraft } from '../../domain/events.ts';
import { urgencyRank } from '../../domain/urgencies.ts';
import type { AppendResult, Clock, ConversationFilter, ConversationStore, NewConversation, StartResult } from '../../ports.ts';
import type { Database } from './database.ts';
import { conversationFromRow, conversationToRow, eventFromRow, eventToRow } from './rows.ts';
import type { ConversationTable, Tables } from './schema.ts';

export function createConversationStore(database: Database, clock: Clock): ConversationStore {
  const { reader } = database;
  return {
    start: (conversation) => database.write((transaction) => start(transaction, conversation, clock.now())),
    append: (conversationId, expectedSeq, drafts) =>
      database.write((transaction) => append(transaction, conversationId, expectedSeq, drafts, clock.now())),
    get: (conversationId) => findConversation(reader, conversationId),

    async getMany(conversationIds) {
      if (conversationIds.length === 0) return [];
      const rows = await reader.selectFrom('conversation').selectAll().where('id', 'in', padToPowerOfTwo(conversationIds)).execute();
      return rows.map(conversationFromRow);
    },

    async read(conversationId, after, limit) {
      const rows = await reader.selectFrom('event').selectAll()
        .where('conversation_id', '=', conversationId).where('seq', '>', after)
        .orderBy('seq').limit(limit).execute();
      return rows.map(eventFromRow);
    },

    async findByClientMessageId(conversationId, clientMessageId) {
      const row = await reader.selectFrom('event').selectAll()
        .where('conversation_id', '=', conversationId).where('client_message_id', '=', clientMessageId)
        .executeTakeFirst();
      return row && eventFromRow(row);
    },

    async latestOfContact(contactId) {
      const row = await reader.selectFrom('conversation').selectAll()
        .where('contact_id', '=', contactId).orderBy('id', 'desc').limit(1).executeTakeFirst();
      return row && conversationFromRow(row);
    },

    list: (filter, limit) => list(reader, filter, limit),
    countAhead: (conversation) => countAhead(reader, conversation),

    async listWaiting(team) {
      const rows = await reader.selectFrom('conversation').select('id')
        .where('owner_kind', '=', 'queue').where('owner_team', '=', team)
        .orderBy('urgency_rank').orderBy('queued_at').orderBy('id').execute();
      return rows.map((row) => row.id);
    },

    async recentWaits({ team, urgency, since }, limit) {
      const rows = await reader.selectFrom('conversation').select('waited_ms')
        .where('team', '=', team).where('urgency_rank', '=', urgencyRank(urgency)).where('waited_ms', 'is not', null).where('assigned_at', '>', since)
        .orderBy('assigned_at', 'desc').limit(limit).execute();
      return rows.map((row) => row.waited_ms ?? 0);
    },

    async listUnanswered(at, limit) {
      const rows = await reader.selectFrom('conversation').select('id')
        .where('owner_kind', '=', 'assistant').where('unanswered_at', 'is not', null).where('unanswered_at', '<', at)
        .orderBy('unanswered_at').limit(limit).execute();
      return rows.map((row) => row.id);
    },
  };
}

/** A list of another length is another statement to prepare; repeated ids find nothing more, and so a handful of statements do. */
function padToPowerOfTwo(ids: readonly string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return [...ids, ...Array.from({ length: length - ids.length }, () => ids[0] ?? '')];
}

async function start(db: Kysely<Tables>, { id, startKey, drafts }: NewConversation, at: number): Promise<StartResult> {
  const existing = await db.selectFrom('conversation').selectAll().where('start_key', '=', startKey).executeTakeFirst();
  if (existing) {
    const rows = await db.selectFrom('event').selectAll().where('conversation_id', '=', existing.id)
      .orderBy('seq').limit(drafts.length).execute();
    return { conversation: conversationFromRow(existing), events: rows.map(eventFromRow), existed: true };
  }
  const events = number(id, 0, at, drafts);
  const conversation = foldAll(id, events);
  await db.insertInto('conversation').values({ ...conversationToRow(conversation), start_key: startKey }).execute();
  await db.insertInto('event').values(events.map(eventToRow)).execute();
  return { conversation, events, existed: false };
}

async function append(db: Kysely<Tables>, id: string, expectedSeq: number, drafts: readonly EventDraft[], at: number): Promise<AppendResult> {
  const before = await findConversation(db, id);
  if (!before) throw new AppError('not-found', `there is no conversation ${id}`);
  if (before.seq !== expectedSeq) return 'conflict';
  const events = number(id, expectedSeq, at, drafts);
  const conversation = events.reduce(fold, before);
  const { numUpdatedRows } = await db.updateTable('conversation').set(conversationToRow(conversation))
    .where('id', '=', id).where('seq', '=', expectedSeq).executeTakeFirst();
  // Between the read and here another process may have appended; its row lock made us wait, and now we are late.
  if (numUpdatedRows === 0n) return 'conflict';
  await db.insertInto('event').values(events.map(eventToRow)).execute();
  return { conversation, events };
}

function number(conversationId: string, after: number, at: number, drafts: readonly EventDraft[]): ConversationEvent[] {
  return drafts.map((draft, index) => ({ ...draft, conversationId, seq: after + index + 1, at }));
}

async function findConversation(db: Kysely<Tables>, id: string): Promise<Conversation | undefined> {
  const row = await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst();
  return row && conversationFromRow(row);
}

async function list(db: Kysely<Tables>, filter: ConversationFilter, limit: number): Promise<Conversation[]> {
  const rows = await queryFor(db.selectFrom('conversation').selectAll().limit(limit), filter).execute();
  return rows.map(conversationFromRow);
}

type ConversationQuery = SelectQueryBuilder<Tables, 'conversation', ConversationTable>;

function queryFor(query: ConversationQuery, filter: ConversationFilter): ConversationQuery {
  switch (filter.view) {
    case 'queue':
      // The order of domain/queue-order.ts, as the index has it.
      return query.where('owner_kind', '=', 'queue').where('owner_team', 'in', [...filter.teams])
        .orderBy('urgency_rank').orderBy('queued_at').orderBy('id');
    case 'mine':
      return query.where('owner_kind', '=', 'agent').where('owner_agent_id', '=', filter.agentId)
        .orderBy('urgency_rank').orderBy('updated_at', 'desc');
    case 'all':
      return (filter.teams === 'all' ? query : query.where('team', 'in', [...filter.teams]))
        .where('status', '=', filter.status).orderBy('updated_at', 'desc');
  }
}

async function countAhead(db: Kysely<Tables>, conversation: Conversation): Promise<number> {
  const { owner, queuedAt, id } = conversation;
  if (owner.kind !== 'queue' || queuedAt === null) return 0;
  const rank = urgencyRank(conversation.urgency);
  const { ahead } = await db.selectFrom('conversation')
    .select((select) => select.fn.countAll<number>().as('ahead'))
    .where('owner_kind', '=', 'queue').where('owner_team', '=', owner.team)
    .where((is) => is.or([
      is('urgency_rank', '<', rank),
      is.and([is('urgency_rank', '=', rank), is('queued_at', '<', queuedAt)]),
      is.and([is('urgency_rank', '=', rank), is('queued_at', '=', queuedAt), is('id', '<', id)]),
    ]))
    .executeTakeFirstOrThrow();
  return Number(ahead);
}
