import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { SearchTerm } from '../../domain/search/search-term.ts';
import type { Dialect } from './database.ts';
import type { Tables } from './schema.ts';

/** A database's full-text index over the tokens of `search_entry`. Tokens are letters, digits and marks only. */
interface WordIndex {
  create(db: Kysely<Tables>): Promise<void>;
  add(db: Kysely<Tables>, id: number, tokens: readonly string[]): Promise<void>;
  /** Ids of entries that have all terms, `from` included and `before` not, the highest first. */
  list(db: Kysely<Tables>, terms: readonly SearchTerm[], range: { readonly from: number; readonly before: number }, limit: number): Promise<number[]>;
  /** True of a column that is one of these. One parameter whatever their number, and so one statement. */
  among(column: RawBuilder<unknown>, ids: readonly number[]): RawBuilder<boolean>;
}

/** FTS5 keeps no text, and its tokenizer `ascii` splits at spaces and takes everything beyond ASCII for letters. */
const fts5: WordIndex = {
  async create(db) {
    await sql`create virtual table search_text using fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(db);
  },
  async add(db, id, tokens) {
    await sql`insert into search_text (rowid, words) values (${id}, ${tokens.join(' ')})`.execute(db);
  },
  async list(db, terms, { from, before }, limit) {
    const match = terms.map(({ phrases, open }) => `(${phrases.map((tokens) => `"${tokens.join(' ')}"${open ? ' *' : ''}`).join(' OR ')})`).join(' AND ');
    const { rows } = await sql<{ id: number }>`select rowid as id from search_text where search_text match ${match} and rowid >= ${from} and rowid < ${before} order by rowid desc limit ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
  among: (column, ids) => sql<boolean>`${column} in (select value from json_each(${JSON.stringify(ids)}))`,
};

/** Positions that a `tsvector` can tell apart. */
const MAX_POSITION = 16_383;

/** Lexemes and positions are written out, so that no parser of PostgreSQL's takes a hash for a number or an address for a host. */
const tsvector: WordIndex = {
  async create(db) {
    await sql`create table search_text (entry_id bigint primary key, words tsvector not null)`.execute(db);
    await sql`create index search_text_words on search_text using gin (words)`.execute(db);
  },
  async add(db, id, tokens) {
    const words = tokens.slice(0, MAX_POSITION).map((token, index) => `'${token}':${index + 1}`).join(' ');
    await sql`insert into search_text (entry_id, words) values (${id}, ${words}::tsvector)`.execute(db);
  },
  async list(db, terms, { from, before }, limit) {
    const query = terms.map(({ phrases, open }) => `(${phrases.map((tokens) => {
      const last = tokens.length - 1;
      return tokens.map((token, index) => `'${token}'${open && index === last ? ':*' : ''}`).join(' <-> ');
    }).join(' | ')})`).join(' & ');
    const { rows } = await sql<{ id: number }>`select entry_id as id from search_text where words @@ ${query}::tsquery and entry_id >= ${from} and entry_id < ${before} order by entry_id desc limit ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
  among: (column, ids) => sql<boolean>`${column} = any(${[...ids]}::bigint[])`,
};

export const WORD_INDEXES: Readonly<Record<Dialect, WordIndex>> = { sqlite: fts5, postgres: tsvector };
