import { sql, type Kysely } from 'kysely';
import { mayRead } from '../../domain/access.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { AppError } from '../../domain/errors.ts';
import { SAYING_TYPES, searchableText, whatWasSaid } from '../../domain/search/plain-message.ts';
import { findTerms } from '../../domain/search/search-term.ts';
import { tokenise } from '../../domain/search/tokenise.ts';
import type { FoundConversation, SearchPage, SearchRequest } from '../../ports.ts';
import type { Database } from './database.ts';
import { conversationFromRow, eventFromRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { isOpenToAll, whereRow } from './search-filter.ts';
import { WORD_INDEXES } from './search-words.ts';

/** Matches that the index is asked for at once. The beginning of a word is gathered anew each time, so that the next lists are long. */
const FIRST_LIST = 500;
const LIST = 5_000;
/** Matches that are looked at in one go: the driver is synchronous, and others want to be served in between. */
const SLICE = 250;
/** After so many the page ends, however few it has; the next one goes on. */
const MOST_SCANNED = 50_000;

type Source = Pick<Database, 'reader' | 'dialect'>;

/** A message in which the words stand. */
interface Match { readonly id: number; readonly conversationId: string; readonly seq: number; readonly at: number }

/** Conversations by what was said in them, the newest first. Ids of entries are in order of time, and so are matches. */
export async function findByText(source: Source, request: SearchRequest, after: string | null, limit: number): Promise<SearchPage> {
  const { reader: db } = source;
  const { since, until } = request.filter;
  const from = since === undefined ? 1 : await firstEntryAt(db, since);
  const before = Math.min(after === null ? Number.MAX_SAFE_INTEGER : readCursor(after), until === undefined ? Number.MAX_SAFE_INTEGER : await firstEntryAt(db, until));
  const found: FoundConversation[] = [];
  const looked = new Set<string>();
  let scanned = 0;
  for await (const ids of listMatches(source, request, from, before)) {
    for (const match of await filterMatches(source, ids, request)) {
      if (looked.has(match.conversationId)) continue;
      looked.add(match.conversationId);
      const one = await look(db, match, request, after !== null);
      if (one) found.push(one);
      if (found.length === limit) return { found, next: String(match.id) };
    }
    scanned += ids.length;
    if (scanned >= MOST_SCANNED) return { found, next: String(ids.at(-1)) };
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  return { found, next: null };
}

/** Ids of what has the words, the newest first, some at a time. */
async function* listMatches({ reader, dialect }: Source, { terms }: SearchRequest, from: number, until: number): AsyncGenerator<number[]> {
  for (let before = until, size = FIRST_LIST; ; size = LIST) {
    const ids = await WORD_INDEXES[dialect].list(reader, terms, { from, before }, size);
    for (let at = 0; at < ids.length; at += SLICE) yield ids.slice(at, at + SLICE);
    if (ids.length < size) return;
    before = ids.at(-1) ?? before;
  }
}

/** Those whose conversation is asked for. */
async function filterMatches({ reader, dialect }: Source, ids: readonly number[], request: SearchRequest): Promise<Match[]> {
  const entries = reader.selectFrom('search_entry').select(['search_entry.id', 'search_entry.conversation_id as conversationId', 'search_entry.seq', 'search_entry.at'])
    .where(WORD_INDEXES[dialect].among(sql.ref('search_entry.id'), ids)).orderBy('search_entry.id', 'desc');
  if (isOpenToAll(request)) return entries.execute();
  return entries.where((entry) => entry.exists(
    entry.selectFrom('conversation').select('conversation.id').whereRef('conversation.id', '=', 'search_entry.conversation_id').where((row) => whereRow(row, request)),
  )).execute();
}

/** The conversation of a match, unless it may not be read or a page before had it for something newer. */
async function look(db: Kysely<Tables>, { conversationId, seq }: Match, request: SearchRequest, isLaterPage: boolean): Promise<FoundConversation | undefined> {
  const conversation = await findReadable(db, conversationId, request);
  if (!conversation) return undefined;
  if (isLaterPage && await isSaidAgain(db, conversationId, seq, request)) return undefined;
  const row = await db.selectFrom('event').selectAll().where('conversation_id', '=', conversationId).where('seq', '=', seq).executeTakeFirstOrThrow();
  return { conversation, said: eventFromRow(row) };
}

async function findReadable(db: Kysely<Tables>, id: string, { reader }: SearchRequest): Promise<Conversation | undefined> {
  const row = await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst();
  const conversation = row && conversationFromRow(row);
  return conversation && mayRead(reader, conversation) ? conversation : undefined;
}

/** True where the same stands in something that was said later. */
async function isSaidAgain(db: Kysely<Tables>, conversationId: string, seq: number, { terms, filter: { until } }: SearchRequest): Promise<boolean> {
  const rows = await db.selectFrom('event').selectAll().where('conversation_id', '=', conversationId).where('seq', '>', seq).where('type', 'in', SAYING_TYPES).execute();
  return rows.some((row) => {
    const said = whatWasSaid(eventFromRow(row));
    return said !== undefined && (until === undefined || row.at < until) && findTerms(tokenise(searchableText(said)), terms) !== undefined;
  });
}

/** Id of the first entry from that moment on, by halving: entries are in order of time, and no index has to be kept for it. */
async function firstEntryAt(db: Kysely<Tables>, at: number): Promise<number> {
  const { last } = await db.selectFrom('search_entry').select((select) => select.fn.max('id').as('last')).executeTakeFirstOrThrow();
  let low = 1;
  let high = Number(last) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = await db.selectFrom('search_entry').select(['id', 'at']).where('id', '>=', middle).orderBy('id').limit(1).executeTakeFirst();
    if (!entry || entry.at >= at) high = middle;
    else low = entry.id + 1;
  }
  return low;
}

function readCursor(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new AppError('invalid-input', 'cursor: expected `next` of the page before', { field: 'cursor' });
  return Number(cursor);
}
