import { sql, type RawBuilder } from 'kysely';
import type { Dialect } from '../database.ts';

/** Ids are ordered by their bytes, as JavaScript and SQLite order them; a database's own collation may pass over dashes. */
export function idType(dialect: Dialect): 'text' | RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`text collate "C"` : 'text';
}
