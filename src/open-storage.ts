import { openPostgresStorage, openPool, unreachable } from './adapters/storage/postgres.ts';
import { openSharedClock } from './adapters/storage/shared-clock.ts';
import { openSqliteStorage } from './adapters/storage/sqlite.ts';
import { createLocalDoorbell } from './adapters/system/doorbell.ts';
import { openPostgresDoorbell } from './adapters/system/postgres-doorbell.ts';
import type { Config } from './config.ts';
import type { Clock, Doorbell, Logger, Storage } from './ports.ts';

export interface OpenedStorage {
  readonly storage: Storage;
  readonly doorbell: Doorbell;
  /** The time that all share who use this storage. */
  readonly clock: Clock;
}

/** The storage that the settings name, and the doorbell that goes with it. @param serves false for a tool that runs beside a server. */
export async function openStorage({ database, dataDir }: Pick<Config, 'database' | 'dataDir'>, { clock, logger, serves }: { clock: Clock; logger: Logger; serves: boolean }): Promise<OpenedStorage> {
  if (!database) return { storage: await openSqliteStorage({ folder: dataDir, clock, exclusive: serves }), doorbell: createLocalDoorbell(), clock };
  // Of its own, so that a pool that is busy does not hold back what says that there is news.
  const pool = openPool({ ...database, poolSize: 1, logger });
  const sharedClock = await openSharedClock({ pool, logger }).catch(async (cause: unknown) => {
    await pool.end();
    throw unreachable(cause);
  });
  const storage = await openPostgresStorage({ ...database, clock: sharedClock, logger });
  const doorbell = await openPostgresDoorbell({ url: database.url, pool, logger });
  const close = async (): Promise<void> => {
    sharedClock.stop();
    await doorbell.close();
    await pool.end();
  };
  return { storage, doorbell: { ...doorbell, close }, clock: sharedClock };
}
