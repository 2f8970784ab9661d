import { existsSync, realpathSync, rmSync } from 'node:fs';
import { Kysely, PostgresDialect, sql, type ControlledTransaction } from 'kysely';
import { AppError } from '../../../domain/errors.ts';
import type { Logger } from '../../../ports.ts';
import type { Dialect } from '../database.ts';
import { migrate, MIGRATIONS } from '../migrations.ts';
import { MIGRATION_LOCK, openPool, SERVING, unreachable } from '../postgres.ts';
import type { Tables } from '../schema.ts';
import { connectSqlite, databaseFile, lockFolder, makeFolder } from '../sqlite.ts';
import { readCatalog, type TableShape } from './catalog.ts';
import { showLocation, type Location } from './location.ts';

/** A database within one transaction, as a tool has it open. */
export interface End {
  readonly dialect: Dialect;
  readonly transaction: ControlledTransaction<Tables>;
  readonly tables: readonly TableShape[];
  /** Ends the transaction, which nothing has been kept of, unless it was committed before. */
  close(): Promise<void>;
}

type SqliteLocation = Extract<Location, { dialect: 'sqlite' }>;
type PostgresLocation = Extract<Location, { dialect: 'postgres' }>;

interface Opened {
  readonly db: Kysely<Tables>;
  /** What is let go, and taken back, after the connection is closed. */
  readonly after: (kept: boolean) => void;
}

/** A view of one moment, beside whatever serves from it. @throws AppError where there is no desk, or one of another version. */
export async function openReader(location: Location, logger: Logger): Promise<End> {
  return openEnd(location, connectExisting(location, logger, false), async (transaction) => {
    await requireSameVersion(transaction, location);
  });
}

/** The same, where nobody else may write: refuses what a process serves from. */
export async function openSource(location: Location, logger: Logger): Promise<End> {
  return openEnd(location, connectExisting(location, logger, true), async (transaction) => {
    if (location.dialect === 'postgres') await requireAlone(transaction, location);
    await requireSameVersion(transaction, location);
  });
}

/** A database with every table and nothing in them. What was made in it is gone unless the transaction is committed. */
export async function openTarget(location: Location, logger: Logger): Promise<End> {
  const opened = location.dialect === 'sqlite' ? connectNew(location) : connectPostgres(location, logger);
  return openEnd(location, opened, async (transaction) => {
    if (location.dialect === 'postgres') await requireAlone(transaction, location);
    await migrate(transaction, location.dialect);
    await requireEmpty(transaction, location);
  });
}

async function openEnd(location: Location, { db, after }: Opened, prepare: (transaction: ControlledTransaction<Tables>) => Promise<void>): Promise<End> {
  const { dialect, option } = location;
  let transaction: ControlledTransaction<Tables> | undefined;
  async function close(): Promise<void> {
    const kept = transaction?.isCommitted ?? false;
    // A connection that broke cannot be told; with it the transaction is over.
    if (transaction && !kept) await transaction.rollback().execute().catch(() => undefined);
    await db.destroy();
    after(kept);
  }
  try {
    const begin = db.startTransaction();
    transaction = await (dialect === 'postgres' ? begin.setIsolationLevel('repeatable read') : begin).execute()
      .catch((cause: unknown) => { throw dialect === 'postgres' ? unreachable(cause, option) : cause; });
    await prepare(transaction);
    return { dialect, transaction, tables: await readCatalog(transaction, dialect), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function connectExisting(location: Location, logger: Logger, alone: boolean): Opened {
  if (location.dialect === 'postgres') return connectPostgres(location, logger);
  const { folder, option } = location;
  if (!existsSync(databaseFile(folder))) throw new AppError('not-found', `${option}: there is no desk in ${folder}: expected a folder with a vigil.db`, { field: option });
  const lock = alone ? takeFolder(location) : undefined;
  return { db: connectSqlite(databaseFile(folder)), after: () => { lock?.close(); } };
}

function connectNew(location: SqliteLocation): Opened {
  const { folder } = location;
  const lock = takeFolder(location);
  const file = databaseFile(folder);
  const isNew = !existsSync(file);
  return {
    db: connectSqlite(file),
    after(kept) {
      if (isNew && !kept) for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      lock.close();
    },
  };
}

/** The folder for nobody else, in the words of the option that named it. */
function takeFolder({ folder, option }: SqliteLocation): ReturnType<typeof lockFolder> {
  try {
    makeFolder(folder);
    return lockFolder(realpathSync(folder));
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError(cause.code, cause.code === 'conflict'
      ? `${option}: a process serves from ${folder}: stop it first`
      : `${option}: ${folder} is no folder that can be written to`, { field: option, cause });
  }
}

/** One connection, which may take its time. */
function connectPostgres({ url }: PostgresLocation, logger: Logger): Opened {
  const pool = openPool({ url, poolSize: 1, statementTimeoutMs: 0, logger }, { application_name: `${SERVING} storage`, idle_in_transaction_session_timeout: 0 });
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), after: () => undefined };
}

/** Nobody else has it open; and whoever starts meanwhile waits for the lock of those who migrate. */
async function requireAlone(transaction: Kysely<Tables>, location: Location): Promise<void> {
  const { rows: [lock] } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${MIGRATION_LOCK}) as taken`.execute(transaction);
  const { rows: [others] } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity where datname = current_database() and application_name like ${`${SERVING}%`} and pid <> pg_backend_pid()`.execute(transaction);
  const count = Number(others?.count ?? 0);
  if (lock?.taken && count === 0) return;
  throw new AppError('conflict', `${location.option}: ${showLocation(location)} is in use (${count} connections of Vigil): stop every process that serves from it first`, { field: location.option });
}

async function requireSameVersion(transaction: Kysely<Tables>, location: Location): Promise<void> {
  const wanted = MIGRATIONS.map(({ name }) => name);
  const applied = await listMigrations(transaction, location.dialect);
  if (applied.length === 0) throw new AppError('not-found', `${location.option}: there is no desk in ${showLocation(location)}`, { field: location.option });
  const missing = wanted.filter((name) => !applied.includes(name));
  const unknown = applied.filter((name) => !wanted.includes(name));
  if (missing.length === 0 && unknown.length === 0) return;
  throw new AppError('conflict', unknown.length > 0
    ? `${location.option}: ${showLocation(location)} was written by a newer version (${unknown.join(', ')}): run the storage command of that version`
    : `${location.option}: ${showLocation(location)} is of an older version (${missing.join(', ')} did not run): start this version on it once, stop it, and try again`, { field: location.option });
}

async function listMigrations(transaction: Kysely<Tables>, dialect: Dialect): Promise<string[]> {
  const { rows: [found] } = dialect === 'postgres'
    ? await sql<{ known: boolean }>`select to_regclass('migration') is not null as known`.execute(transaction)
    : await sql<{ known: number }>`select count(*) as known from pragma_table_list where schema = 'main' and name = 'migration'`.execute(transaction);
  if (!found?.known) return [];
  return (await sql<{ name: string }>`select name from migration`.execute(transaction)).rows.map(({ name }) => name);
}

async function requireEmpty(transaction: Kysely<Tables>, location: Location): Promise<void> {
  const { dialect, option } = location;
  const full: string[] = [];
  for (const { name } of await readCatalog(transaction, dialect)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(transaction);
    if (rows.length > 0) full.push(name);
  }
  if (full.length === 0) return;
  const advice = dialect === 'sqlite' ? 'name a folder that does not exist yet' : 'make a database for it with createdb, or drop this one first if nobody needs it';
  throw new AppError('conflict', `${option}: ${showLocation(location)} is not empty (${full.join(', ')}): ${advice}`, { field: option });
}
