import type { Socket } from 'node:net';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { AppError } from '../../domain/errors.ts';
import type { Clock, Logger, Storage } from '../../ports.ts';
import type { Database } from './database.ts';
import { migrate } from './migrations.ts';
import { openStores } from './open-stores.ts';
import type { Tables } from './schema.ts';
import { isPostgresOutage, tellOutages } from './tell-outages.ts';

export interface PostgresOptions {
  readonly url: string;
  /** Most connections that this process opens. */
  readonly poolSize: number;
  /** A statement that takes longer is ended, in ms. */
  readonly statementTimeoutMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How often a transaction is tried that lost to another one. */
const MAX_TRIES = 5;
/** A transaction that does nothing for so long has lost its client, or it was paused: others wait for what it holds. */
const IDLE_IN_TRANSACTION_MS = 5_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** Connections that nobody uses are let go after this at most. */
const IDLE_MS = 10_000;
/** So much later than a statement would have been ended, one that says nothing is dead. */
const SILENCE_MS = 2_000;
/** Any number, the same for every process: who migrates holds it. */
export const MIGRATION_LOCK = 7_164_325;

/** How PostgreSQL lists the connections of a process that serves. */
export const SERVING = 'vigil';

/** SQLSTATE of what is right to try again: serialisation failure, deadlock, and a start key that another process stored first. */
const LOST_RACES = ['40001', '40P01'];
const UNIQUE_VIOLATION = '23505';

/**
 * A pool whose numbers are numbers: what the tables hold (ms since the epoch, counts) is exact in a double.
 * @param more what is to be otherwise than for a process that serves.
 */
export function openPool({ url, poolSize, statementTimeoutMs, logger }: Omit<PostgresOptions, 'clock'>, more: pg.PoolConfig = {}): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: url, max: poolSize, types, application_name: SERVING,
    statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS, connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true, idleTimeoutMillis: statementTimeoutMs > 0 ? Math.min(IDLE_MS, statementTimeoutMs) : IDLE_MS,
    ...more,
  });
  // Without listeners, a connection that breaks ends the process: the pool's own hears of idle ones only.
  pool.on('error', (error) => { logger.warn('a database connection broke', { error: error.message }); });
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // PostgreSQL ends a statement in time, or says that it did. Where neither comes the line is dead, though nobody said so, and TCP would wait for a quarter of an hour.
    if (statementTimeoutMs > 0) giveUpSilent(client, statementTimeoutMs + SILENCE_MS);
  });
  return pool;
}

/** Breaks a connection over which nothing came for so long; whoever waits for it hears of it at once. */
export function giveUpSilent(client: pg.ClientBase, ms: number): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(ms, () => { stream.destroy(new Error(`nothing came from the database for ${ms} ms`)); });
}

export async function openPostgresStorage(options: PostgresOptions): Promise<Storage> {
  const pool = openPool(options);
  const db = new Kysely<Tables>({ dialect: tellOutages(new PostgresDialect({ pool }), isPostgresOutage) });
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
      await migrate(transaction, 'postgres');
    });
  } catch (cause) {
    await db.destroy();
    throw unreachable(cause);
  }
  const database: Database = {
    dialect: 'postgres',
    reader: db,
    write: (work) => tryAgain(() => db.transaction().execute(work)),
    close: () => db.destroy(),
  };
  return openStores(database, options.clock, () => undefined);
}

async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MAX_TRIES || !lostRace(error)) throw error;
      // Those who collided once should not collide again.
      await new Promise((resolve) => { setTimeout(resolve, Math.random() * 5 * 2 ** tries); });
    }
  }
}

function lostRace(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return LOST_RACES.includes(code ?? '') || (code === UNIQUE_VIOLATION && (constraint ?? '').includes('start_key'));
}

/** Never with the address: it holds a password. */
export function unreachable(cause: unknown, field = 'DATABASE_URL'): AppError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new AppError('invalid-input', `${field}: the database cannot be used (${message}); expected PostgreSQL 15 or newer at an address such as postgres://vigil:secret@127.0.0.1:5432/vigil`, { field, cause });
}
