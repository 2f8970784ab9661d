import type { DatabaseConnection, Dialect } from 'kysely';
import { AppError } from '../../domain/errors.ts';

/** After so many seconds it is worth asking again. */
const RETRY_AFTER_S = 2;

/**
 * The same dialect, whose statements reject with AppError `unavailable` where the database cannot serve
 * now: it is away, or its disk is full. Whoever asked can be told so and asks again; nothing was written,
 * or what was written is found again by its id.
 */
export function tellOutages(dialect: Dialect, isOutage: (error: unknown) => boolean): Dialect {
  const known = new WeakSet<DatabaseConnection>();
  const translate = (cause: unknown): never => {
    throw isOutage(cause) ? new AppError('unavailable', 'nothing can be stored right now; try again in a moment', { retryAfter: RETRY_AFTER_S, cause }) : cause;
  };

  function watch(connection: DatabaseConnection): DatabaseConnection {
    if (!known.has(connection)) {
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = <R>(...given: Parameters<typeof execute>) => execute<R>(...given).catch(translate);
      known.add(connection);
    }
    return connection;
  }

  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver();
      const acquire = driver.acquireConnection.bind(driver);
      driver.acquireConnection = (...given) => acquire(...given).then(watch, translate);
      return driver;
    },
  };
}

/** SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN. */
const SQLITE_OUTAGES = [5, 6, 8, 10, 13, 14];

export function isSqliteOutage(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : NaN;
  // What stands above the low byte tells more of the same.
  return SQLITE_OUTAGES.includes(code & 0xff);
}

/** SQLSTATE classes: connection, resources, operator intervention, system. */
const POSTGRES_OUTAGES = /^(08|53|57|58)/;

/** Also what is no answer of PostgreSQL at all: connections that break, or never come about. */
export function isPostgresOutage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof Error && (/^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? POSTGRES_OUTAGES.test(code) : !(error instanceof AppError));
}
