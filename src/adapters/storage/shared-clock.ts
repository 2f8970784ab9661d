import type pg from 'pg';
import type { Clock, Logger } from '../../ports.ts';

const LOOK_EVERY_MS = 10_000;
/** Nearer than this, the difference is that of the way there and back. */
const GRAIN_MS = 50;

/**
 * The database's time for every process that shares it, so that who is missed, what is due and what came
 * first does not depend on whose clock is asked. Between looks it goes by a clock that never jumps: what
 * happens to this machine's own time changes nothing.
 */
export async function openSharedClock({ pool, logger }: { pool: Pick<pg.Pool, 'query'>; logger: Logger }): Promise<Clock & { stop(): void }> {
  let base = await read();

  /** What to add to the steady clock to have the database's time, and how wrong that may be, ms. */
  async function read(): Promise<{ readonly offset: number; readonly error: number }> {
    const asked = performance.now();
    const { rows: [row] } = await pool.query<{ now: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as now');
    const answered = performance.now();
    return { offset: (row?.now ?? NaN) - (asked + answered) / 2, error: (answered - asked) / 2 };
  }

  const timer = setInterval(() => {
    read().then((fresh) => {
      const moved = Math.abs(fresh.offset - base.offset);
      if (moved > GRAIN_MS + fresh.error) base = fresh;
    }, (error: unknown) => { logger.warn('the database was not asked for the time', { error: String(error) }); });
  }, LOOK_EVERY_MS);
  timer.unref();
  return { now: () => Math.round(performance.now() + base.offset), stop: () => { clearInterval(timer); } };
}
