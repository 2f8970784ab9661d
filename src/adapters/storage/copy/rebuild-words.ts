import { sql, type Kysely } from 'kysely';
import { searchableText, whatWasSaid } from '../../../domain/search/plain-message.ts';
import { indexedTokens, tokenise } from '../../../domain/search/tokenise.ts';
import type { Dialect } from '../database.ts';
import { eventFromRow } from '../rows.ts';
import type { EventTable, Tables } from '../schema.ts';
import { WORD_INDEXES } from '../search-words.ts';

const PIECE = 500;

/**
 * Fills the full-text index, which each database has in its own way, with the words of every entry.
 * @returns how many entries there are.
 */
export async function rebuildWords(db: Kysely<Tables>, dialect: Dialect, report: (done: number) => void): Promise<number> {
  let done = 0;
  for (let after = 0; ;) {
    const { rows } = await sql<EventTable & { id: number }>`
      select search_entry.id as id, event.* from search_entry
      join event on event.conversation_id = search_entry.conversation_id and event.seq = search_entry.seq
      where search_entry.id > ${after} order by search_entry.id limit ${PIECE}`.execute(db);
    for (const { id, ...row } of rows) {
      const said = whatWasSaid(eventFromRow(row));
      if (said) await WORD_INDEXES[dialect].add(db, id, indexedTokens(tokenise(searchableText(said))));
    }
    done += rows.length;
    report(done);
    if (rows.length < PIECE) return done;
    after = rows.at(-1)?.id ?? after;
  }
}
