import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export type Dialect = 'sqlite' | 'postgres';

/** What the stores ask of a database, whichever it is. */
export interface Database {
  readonly dialect: Dialect;
  /** For reading outside a transaction. */
  readonly reader: Kysely<Tables>;
  /** Runs `work` in a transaction that is durable when the promise resolves; `work` that rejects leaves nothing behind. It may be run more than once. */
  write<T>(work: (transaction: Kysely<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
