import { sql, type Kysely } from 'kysely';
import { AppError } from '../../../domain/errors.ts';
import type { Logger } from '../../../ports.ts';
import type { Dialect } from '../database.ts';
import type { Tables } from '../schema.ts';
import type { TableShape } from './catalog.ts';
import { createDigest, type Digest } from './digest-rows.ts';
import type { Location } from './location.ts';
import { openSource, openTarget, type End } from './open-ends.ts';
import { rebuildWords } from './rebuild-words.ts';
import { readRows, writeRows, type Row } from './rows-in-pieces.ts';

export interface CopiedTable extends Digest {
  readonly table: string;
}

export interface CopyOptions {
  readonly from: Location;
  readonly to: Location;
  readonly logger: Logger;
  /** What is being done, and how many rows of it are. */
  readonly report: (what: string, rows: number) => void;
}

/**
 * Copies a desk with everything in it from one database into another, empty one. All of it is one
 * transaction there, committed only after every table was read back and found the same: where it
 * rejects, the target is as it was. The source is not changed.
 * @throws AppError `conflict` where a process serves from either, the target is not empty, the versions
 * differ, or what was read back is not what was written; `invalid-input` where the target cannot hold a value.
 */
export async function copyStorage({ from, to, logger, report }: CopyOptions): Promise<readonly CopiedTable[]> {
  const source = await openSource(from, logger);
  try {
    const target = await openTarget(to, logger);
    try {
      const copied = await copyTables(source, target, report);
      await makeAnew(target, report);
      await compare(target, copied, report);
      await target.transaction.commit().execute();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyTables(source: End, target: End, report: CopyOptions['report']): Promise<CopiedTable[]> {
  requireSameShape(source.tables, target.tables);
  const copied: CopiedTable[] = [];
  for (const table of target.tables) {
    const digest = createDigest();
    for await (const rows of readRows(source.transaction, table)) {
      if (target.dialect === 'postgres') refuseZeroes(table, rows);
      digest.add(rows);
      await writeRows(target.transaction, table, rows);
      report(table.name, digest.read().rows);
    }
    copied.push({ table: table.name, ...digest.read() });
  }
  return copied;
}

/** The same migrations made the same tables; where they did not, nothing is copied that would be half. */
function requireSameShape(source: readonly TableShape[], target: readonly TableShape[]): void {
  const describe = (tables: readonly TableShape[]): string[] => tables.map(({ name, columns }) => `${name}(${columns.join(', ')})`);
  const [there, here] = [describe(source), describe(target)];
  const odd = [...there.filter((table) => !here.includes(table)), ...here.filter((table) => !there.includes(table))];
  if (odd.length > 0) throw new AppError('conflict', `the two databases do not have the same tables: ${odd.join('; ')}`);
}

/** PostgreSQL's texts cannot hold the character of code 0, and its message would not say where it is. */
function refuseZeroes(table: TableShape, rows: readonly Row[]): void {
  for (const row of rows) {
    const at = row.findIndex((cell) => typeof cell === 'string' && cell.includes('\0'));
    if (at === -1) continue;
    const key = table.key.map((name) => `${name} ${String(row[table.columns.indexOf(name)])}`).join(', ');
    throw new AppError('invalid-input', `${table.name}.${table.columns[at] ?? ''} (${key}) has a character of code 0, which PostgreSQL cannot store: take it out at the source`, { field: table.name });
  }
}

async function makeAnew({ transaction, dialect, tables }: End, report: CopyOptions['report']): Promise<void> {
  await rebuildWords(transaction, dialect, (rows) => { report('the words of the search', rows); });
  if (dialect === 'postgres') for (const table of tables) await setCounter(transaction, table);
}

/** The next id follows the last; SQLite sees to that by itself. */
async function setCounter(db: Kysely<Tables>, { name, counter }: TableShape): Promise<void> {
  if (counter === undefined) return;
  await sql`select setval(pg_get_serial_sequence(${name}, ${counter}), coalesce(max(${sql.ref(counter)}), 1), max(${sql.ref(counter)}) is not null) from ${sql.table(name)}`.execute(db);
}

async function compare(target: End, copied: readonly CopiedTable[], report: CopyOptions['report']): Promise<void> {
  const differing: string[] = [];
  for (const table of target.tables) {
    const expected = copied.find((one) => one.table === table.name);
    const found = await digestTable(target.transaction, table, (rows) => { report(`${table.name}, read back`, rows); });
    if (expected?.checksum !== found.checksum || expected.rows !== found.rows) differing.push(`${table.name} (${expected?.rows ?? 0} rows written, ${found.rows} read back)`);
  }
  const [entries, words] = [copied.find(({ table }) => table === 'search_entry')?.rows ?? 0, await countWords(target.transaction, target.dialect)];
  if (entries !== words) differing.push(`the words of the search (${words} of ${entries} messages)`);
  if (differing.length > 0) throw new AppError('conflict', `what was read back is not what was written: ${differing.join('; ')}; nothing was kept`);
}

async function digestTable(db: Kysely<Tables>, table: TableShape, report: (rows: number) => void): Promise<Digest> {
  const digest = createDigest();
  for await (const rows of readRows(db, table)) {
    digest.add(rows);
    report(digest.read().rows);
  }
  return digest.read();
}

/** How many messages the full-text index has words of. */
export async function countWords(db: Kysely<Tables>, dialect: Dialect): Promise<number> {
  const { rows: [row] } = dialect === 'postgres'
    ? await sql<{ count: number }>`select count(*) as count from search_text`.execute(db)
    : await sql<{ count: number }>`select count(*) as count from search_text_docsize`.execute(db);
  return Number(row?.count ?? 0);
}
