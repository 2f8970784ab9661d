import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../schema.ts';
import type { TableShape } from './catalog.ts';

/** What a cell holds in both databases. */
export type Cell = string | number | null | Uint8Array;
/** Cells in the order of the table's columns. */
export type Row = readonly Cell[];

/** A statement may have 32,766 parameters in SQLite, twice as many in PostgreSQL. */
const MOST_PARAMETERS = 30_000;
const MOST_ROWS = 500;
/** Files are up to 10 MB each. */
const MOST_ROWS_WITH_BYTES = 4;

/** How many rows of a table are read and written at once. */
function pieceSize({ columns, hasBytes }: TableShape): number {
  return hasBytes ? MOST_ROWS_WITH_BYTES : Math.min(MOST_ROWS, Math.floor(MOST_PARAMETERS / columns.length));
}

function list(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}

/** A table from its first row to its last in the order of its key. Each piece goes on after the one before, so that the last is as quick as the first. */
export async function* readRows(db: Kysely<Tables>, table: TableShape): AsyncGenerator<readonly Row[]> {
  const size = pieceSize(table);
  const places = table.key.map((name) => table.columns.indexOf(name));
  for (let last: Row | undefined; ;) {
    const after: Row | undefined = last;
    const where = after === undefined ? sql`` : sql`where (${list(table.key)}) > (${sql.join(places.map((place) => after[place]))})`;
    const { rows } = await sql<Record<string, Cell>>`select ${list(table.columns)} from ${sql.table(table.name)} ${where} order by ${list(table.key)} limit ${size}`.execute(db);
    const piece = rows.map((row) => table.columns.map((name) => row[name] ?? null));
    if (piece.length > 0) yield piece;
    if (piece.length < size) return;
    last = piece.at(-1);
  }
}

export async function writeRows(db: Kysely<Tables>, table: TableShape, rows: readonly Row[]): Promise<void> {
  const values = sql.join(rows.map((row) => sql`(${sql.join(row.map((cell) => sql.val(cell)))})`));
  // An id that the database gives by itself keeps the value that it had.
  const kept = table.counter === undefined ? sql`` : sql`overriding system value`;
  await sql`insert into ${sql.table(table.name)} (${list(table.columns)}) ${kept} values ${values}`.execute(db);
}
