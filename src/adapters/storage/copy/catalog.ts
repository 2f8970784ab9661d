import { sql, type Kysely } from 'kysely';
import type { Dialect } from '../database.ts';
import type { Tables } from '../schema.ts';

/** A table as its database describes it. Columns are in alphabetical order, since two databases may have added them in another. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** True where a column holds bytes, so that a row may be large. */
  readonly hasBytes: boolean;
  /** The column that the database itself numbers. */
  readonly counter: string | undefined;
}

/** What is made anew on the other side: which migrations ran, and the full-text index, which each database has in its own way. */
const MADE_ANEW = ['migration', 'search_text'];

interface Column { readonly table: string; readonly name: string; readonly type: string; readonly place: number; readonly counts: boolean }

/** Every table that holds what must not be lost: whatever the database has, so that a table which is added later is among them. */
export async function readCatalog(db: Kysely<Tables>, dialect: Dialect): Promise<readonly TableShape[]> {
  const columns = dialect === 'sqlite' ? await listSqliteColumns(db) : await listPostgresColumns(db);
  const byTable = Map.groupBy(columns.filter(({ table }) => !MADE_ANEW.includes(table)), ({ table }) => table);
  return [...byTable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, all]) => toShape(name, all));
}

function toShape(name: string, columns: readonly Column[]): TableShape {
  const key = columns.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place).map((column) => column.name);
  if (key.length === 0) throw new Error(`the table ${name} has no primary key, by which it could be read in pieces`);
  return {
    name, key,
    columns: columns.map((column) => column.name).sort(),
    hasBytes: columns.some(({ type }) => /^(blob|bytea)$/i.test(type)),
    counter: columns.find(({ counts }) => counts)?.name,
  };
}

/** Tables of their own: neither SQLite's nor those in which FTS5 keeps its index. */
async function listSqliteColumns(db: Kysely<Tables>): Promise<Column[]> {
  const { rows } = await sql<{ table: string; name: string; type: string; place: number }>`
    select l.name as "table", c.name as name, c.type as type, c.pk as place
    from pragma_table_list as l, pragma_table_info(l.name) as c
    where l.schema = 'main' and l.type = 'table' and l.name not like 'sqlite\\_%' escape '\\'`.execute(db);
  return rows.map((row) => ({ ...row, counts: false }));
}

async function listPostgresColumns(db: Kysely<Tables>): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' as counts,
      coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as place
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace`.execute(db);
  return rows.map((row) => ({ ...row, place: Number(row.place) }));
}
