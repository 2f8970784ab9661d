import { startServerProcess } from '../test/integration/server-process.ts';
import { startPostgres } from '../test/postgres/postgres-server.ts';
import { measureLatency, measureThroughput, type Rate } from './turns.ts';

const CLIENTS = 64;
const WARM_S = 3;

export interface PostgresFigures {
  /** At a fixed rate, one process. */
  readonly latency: Rate;
  readonly one: Rate;
  /** Both processes together. */
  readonly two: Rate;
}

/** Turns on a PostgreSQL of its own that flushes every commit: of one process, and of two that share it. */
export async function measurePostgresTurns(folder: string, { perSecond, seconds }: { perSecond: number; seconds: number }): Promise<PostgresFigures> {
  const database = await startPostgres({ durable: true });
  const environment = { DATABASE_URL: await database.createDatabase(), DATA_DIR: folder };
  const servers = [await startServerProcess(environment), await startServerProcess(environment)];
  try {
    const urls = servers.map(({ url }) => url);
    for (const url of urls) await measureThroughput(url, 16, WARM_S); // the compiler has seen the hot paths
    const latency = await measureLatency(urls[0] ?? '', perSecond, seconds);
    const one = await measureThroughput(urls[0] ?? '', CLIENTS, seconds);
    const both = await Promise.all(urls.map((url) => measureThroughput(url, CLIENTS / 2, seconds)));
    const two = { perSecond: both.reduce((sum, { perSecond: each }) => sum + each, 0), p50: Math.max(...both.map(({ p50 }) => p50)), p99: Math.max(...both.map(({ p99 }) => p99)) };
    return { latency, one, two };
  } finally {
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
    await database.stop();
  }
}
