import { sql, type Kysely } from 'kysely';
import type { ConversationEvent } from '../../domain/events.ts';
import { SAYING_TYPES, searchableText, whatWasSaid } from '../../domain/search/plain-message.ts';
import { indexedTokens, tokenise } from '../../domain/search/tokenise.ts';
import type { AppendResult, StartResult } from '../../ports.ts';
import type { Dialect } from './database.ts';
import { eventFromRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { WORD_INDEXES } from './search-words.ts';

const PAGE = 1_000;

/** Makes what was appended found, within the transaction that stores it, and passes it on. */
export function createIndexAppended(dialect: Dialect) {
  return async function indexAppended<R extends AppendResult | StartResult>(db: Kysely<Tables>, result: R): Promise<R> {
    const appended: AppendResult | StartResult = result;
    if (appended !== 'conflict' && !('existed' in appended && appended.existed)) await indexEvents(db, dialect, appended.events);
    return result;
  };
}

async function indexEvents(db: Kysely<Tables>, dialect: Dialect, events: readonly ConversationEvent[]): Promise<void> {
  for (const event of events) {
    const said = whatWasSaid(event);
    if (!said) continue;
    const { id } = await db.insertInto('search_entry').values({ conversation_id: event.conversationId, seq: event.seq, at: event.at }).returning('id').executeTakeFirstOrThrow();
    await WORD_INDEXES[dialect].add(db, id, indexedTokens(tokenise(searchableText(said))));
  }
}

/** Indexes a log that was written before there was an index, in the order in which it was written: SQLite's, since no other database is so old. */
export async function indexAllEvents(db: Kysely<Tables>): Promise<void> {
  for (let after = 0; ;) {
    const rows = await db.selectFrom('event').select(sql<number>`rowid`.as('row')).selectAll()
      .where(sql<number>`rowid`, '>', after).where('type', 'in', SAYING_TYPES).orderBy(sql`rowid`).limit(PAGE).execute();
    await indexEvents(db, 'sqlite', rows.map(eventFromRow));
    after = rows.at(-1)?.row ?? after;
    if (rows.length < PAGE) return;
  }
}
