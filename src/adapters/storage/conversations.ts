import type { Kysely } from 'kysely';
import type { Conversation } from '../../domain/conversation.ts';
import { foldAll, fold } from '../../domain/fold-conversation.ts';
import { AppError } from '../../domain/errors.ts';
import type { ConversationEvent, EventDraft } from '../../domain/events.ts';
import type { DeskSettings } from '../../domain/desk-settings.ts';
import { runClocks } from '../../domain/run-clocks.ts';
import { STOPPED } from '../../domain/sla.ts';
import { stretchOf, type Stretch } from '../../domain/stretch.ts';
import type { AppendResult, Clock, ConversationStore, NewConversation, StartResult } from '../../ports.ts';
import type { Database } from './database.ts';
import { createConversationLists } from './conversation-lists.ts';
import { conversationFromRow, conversationToRow, eventFromRow, eventToRow } from './rows.ts';
import type { ConversationTable, Tables } from './schema.ts';
import { createIndexAppended } from './search-index.ts';

/** @param settings by which the clocks run, as they are at the moment of the call. */
export function createConversationStore(database: Database, clock: Clock, settings: () => DeskSettings): ConversationStore {
  const { reader } = database;
  const indexed = createIndexAppended(database.dialect);
  return {
    start: (conversation) => database.write(async (transaction) => indexed(transaction, await start(transaction, conversation, clock.now(), settings()))),
    append: (conversationId, expectedSeq, drafts) =>
      database.write(async (transaction) => indexed(transaction, await append(transaction, conversationId, expectedSeq, drafts, clock.now(), settings()))),
    rewind: (conversationIds) => database.write((transaction) => rewind(transaction, conversationIds, settings())),
    get: (conversationId) => findConversation(reader, conversationId),

    async getMany(conversationIds) {
      const found: Conversation[] = [];
      for (let start = 0; start < conversationIds.length; start += MOST_IDS) {
        const ids = padToPowerOfTwo(conversationIds.slice(start, start + MOST_IDS));
        const rows = await reader.selectFrom('conversation').selectAll().where('id', 'in', ids).execute();
        for (const row of rows) found.push(conversationFromRow(row));
      }
      return found;
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

    ...createConversationLists(reader),
  };
}

/** Databases take only so many parameters a statement. */
const MOST_IDS = 1_024;

/** A list of another length is another statement to prepare; repeated ids find nothing more, and so a handful of statements do. */
function padToPowerOfTwo(ids: readonly string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return [...ids, ...Array.from({ length: length - ids.length }, () => ids[0] ?? '')];
}

async function start(db: Kysely<Tables>, { id, startKey, drafts }: NewConversation, at: number, settings: DeskSettings): Promise<StartResult> {
  const existing = await db.selectFrom('conversation').selectAll().where('start_key', '=', startKey).executeTakeFirst();
  if (existing) {
    const rows = await db.selectFrom('event').selectAll().where('conversation_id', '=', existing.id)
      .orderBy('seq').limit(drafts.length).execute();
    return { conversation: conversationFromRow(existing), events: rows.map(eventFromRow), existed: true };
  }
  const events = number(id, 0, at, drafts);
  const { conversation, timerAt } = runClocks(STOPPED, foldAll(id, events), settings);
  await db.insertInto('conversation').values({ ...conversationToRow(conversation, timerAt), start_key: startKey }).execute();
  await saveStretch(db, undefined, conversation);
  await db.insertInto('event').values(events.map(eventToRow)).execute();
  return { conversation, events, existed: false };
}

async function append(db: Kysely<Tables>, id: string, expectedSeq: number, drafts: readonly EventDraft[], at: number, settings: DeskSettings): Promise<AppendResult> {
  const row = await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', `there is no conversation ${id}`);
  if (row.seq !== expectedSeq) return 'conflict';
  const before = conversationFromRow(row);
  const events = number(id, expectedSeq, at, drafts);
  const { conversation, timerAt } = runClocks(before.sla, events.reduce(fold, before), settings);
  const { numUpdatedRows } = await db.updateTable('conversation').set(changedColumns(row, conversationToRow(conversation, timerAt)))
    .where('id', '=', id).where('seq', '=', expectedSeq).executeTakeFirst();
  // Between the read and here another process may have appended; its row lock made us wait, and now we are late.
  if (numUpdatedRows === 0n) return 'conflict';
  await db.insertInto('event').values(events.map(eventToRow)).execute();
  await saveStretch(db, before, conversation);
  return { conversation, events };
}

/** SQLite writes every index anew that has a column which is set, though to the value that it had. */
function changedColumns(before: ConversationTable, after: Partial<ConversationTable>): Partial<ConversationTable> {
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => value !== before[column as keyof ConversationTable]));
}

/** Runs the clocks anew, without an event: the settings changed, or were not there when it was stored. */
async function rewind(db: Kysely<Tables>, conversationIds: readonly string[], settings: DeskSettings): Promise<void> {
  for (const id of conversationIds) {
    const before = await findConversation(db, id);
    if (!before) continue;
    const { conversation, timerAt } = runClocks(before.sla, before, settings);
    const { due_at, details } = conversationToRow(conversation, timerAt);
    await db.updateTable('conversation').set({ timer_at: timerAt, due_at, details }).where('id', '=', id).where('seq', '=', before.seq).execute();
  }
}

/** Written only where something changed that reports count; a stretch before this one stays as it was told last. */
async function saveStretch(db: Kysely<Tables>, before: Conversation | undefined, after: Conversation): Promise<void> {
  if (before && sameFacts(before, after)) return;
  const stretch = stretchOf(after, before?.stretch === after.stretch && wasWithPeople(before) ? await readStretch(db, after) : undefined);
  const facts = { handed_at: stretch.handedAt, resolved_at: stretch.resolvedAt, resolved_by: stretch.resolvedBy, agent_id: stretch.agentId, data: JSON.stringify(stretch) };
  await db.insertInto('stretch').values({ conversation_id: after.id, number: after.stretch, started_at: after.stretchAt, ...facts })
    .onConflict((conflict) => conflict.columns(['conversation_id', 'number']).doUpdateSet(facts)).execute();
}

/** Only then has the state forgotten something that the stretch still knows. */
function wasWithPeople({ handedAt, handoffReason, stretchAgent }: Conversation): boolean {
  return handedAt !== null || handoffReason !== null || stretchAgent !== null;
}

async function readStretch(db: Kysely<Tables>, { id, stretch }: Conversation): Promise<Stretch | undefined> {
  const row = await db.selectFrom('stretch').select('data').where('conversation_id', '=', id).where('number', '=', stretch).executeTakeFirst();
  return row && JSON.parse(row.data) as Stretch;
}

function sameFacts(before: Conversation, after: Conversation): boolean {
  return before.stretch === after.stretch && JSON.stringify(stretchOf(before, undefined)) === JSON.stringify(stretchOf(after, undefined));
}

function number(conversationId: string, after: number, at: number, drafts: readonly EventDraft[]): ConversationEvent[] {
  return drafts.map((draft, index) => ({ ...draft, conversationId, seq: after + index + 1, at }));
}

async function findConversation(db: Kysely<Tables>, id: string): Promise<Conversation | undefined> {
  const row = await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst();
  return row && conversationFromRow(row);
}
