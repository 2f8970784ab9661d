import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { AppError } from '../../domain/errors.ts';
import type { Clock, Storage } from '../../ports.ts';
import { createCommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { migrate } from './migrations.ts';
import { openStores } from './open-stores.ts';
import type { Tables } from './schema.ts';
import { isSqliteOutage, tellOutages } from './tell-outages.ts';

export interface SqliteOptions {
  /** Folder of the database; made where it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  /** True for the serving process: refuses the folder while another one serves from it. */
  readonly exclusive: boolean;
}

/** How many prepared statements are kept; the stores have far fewer kinds. */
const STATEMENT_CACHE_SIZE = 500;

export async function openSqliteStorage({ folder, clock, exclusive }: SqliteOptions): Promise<Storage> {
  makeFolder(folder);
  const lock = exclusive ? lockFolder(folder) : undefined;
  const database = await openDatabase(databaseFile(folder));
  return openStores(database, clock, () => { lock?.close(); });
}

/** The database of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'vigil.db');
}

/** @throws AppError `invalid-input` where it can neither be made nor written to. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new AppError('invalid-input', `DATA_DIR=${folder}: expected a folder that can be written to; for example DATA_DIR=./data`, { field: 'DATA_DIR', cause });
  }
}

/**
 * A lock that dies with its process, also on SIGKILL: an exclusive transaction on an empty database
 * of its own, so that command-line tools can still open the real one beside a running server.
 * @throws AppError `conflict` while another process holds it.
 */
export function lockFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'process.lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
    return lock;
  } catch (cause) {
    lock.close();
    throw new AppError('conflict', `another process serves from ${folder}; stop it, or set DATA_DIR to another folder`, { field: 'DATA_DIR', cause });
  }
}

/** One connection, with nothing migrated. */
export function connectSqlite(file: string): Kysely<Tables> {
  const connection = new DatabaseSync(file);
  // FULL flushes every commit to the disk, so that what was acknowledged survives a power cut as well as a crash.
  connection.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -32000');
  return new Kysely<Tables>({ dialect: tellOutages(new SqliteDialect({ database: asDriver(connection) }), isSqliteOutage) });
}

async function openDatabase(file: string): Promise<Database> {
  const db = connectSqlite(file);
  // One at a time, also where a command-line tool opens a fresh folder beside the server.
  await db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await migrate(connection, 'sqlite');
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
  const commits = createCommitGroup(db);
  return {
    dialect: 'sqlite',
    reader: db,
    write: commits.write,
    async close() {
      await commits.drained();
      await db.destroy();
    },
  };
}

/** A statement in the shape that Kysely's dialect expects. */
function asKyselyStatement(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...parameters as SQLInputValue[]),
    run: (parameters: readonly unknown[]) => statement.run(...parameters as SQLInputValue[]),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters as SQLInputValue[]) as IterableIterator<unknown>,
  };
}

/** The runtime's own SQLite in the shape that Kysely's dialect expects, with prepared statements kept. */
function asDriver(connection: DatabaseSync) {
  const statements = new Map<string, ReturnType<typeof asKyselyStatement>>();
  return {
    prepare(text: string) {
      const known = statements.get(text);
      if (known) return known;
      if (statements.size >= STATEMENT_CACHE_SIZE) statements.clear();
      const statement = asKyselyStatement(connection.prepare(text));
      statements.set(text, statement);
      return statement;
    },
    close: () => { connection.close(); },
  };
}
