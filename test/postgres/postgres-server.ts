import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { existsSync, globSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** Where Debian, Homebrew and others put the server's programs; the newest first. */
export const BIN = ['/usr/lib/postgresql/*/bin/postgres', '/opt/homebrew/opt/postgresql@*/bin/postgres', '/usr/local/pgsql/bin/postgres', '/usr/bin/postgres']
  .flatMap((pattern) => globSync(pattern).sort().reverse()).map((file) => dirname(file)).find((folder) => existsSync(join(folder, 'initdb')));

export interface PostgresServer {
  /** A new, empty database; its address. */
  createDatabase(): Promise<string>;
  /** Ends the server without a chance to tidy up, as a power cut does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A server of its own, on a free port and a folder that is removed at the end.
 * @param durable true where what was committed must survive `kill`; without, it is several times faster.
 */
export async function startPostgres({ durable = false }: { durable?: boolean } = {}): Promise<PostgresServer> {
  if (BIN === undefined) throw new Error('PostgreSQL is missing: apt-get install postgresql');
  const bin = BIN;
  const folder = await mkdtemp(join(tmpdir(), 'vigil-postgres-'));
  const account = await serverAccount(folder);
  const port = await freePort();
  const data = join(folder, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'vigil', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'], account);
  const url = (database: string): string => `postgres://vigil@127.0.0.1:${port}/${database}`;
  let process: ChildProcess | undefined;
  let databases = 0;

  async function start(): Promise<void> {
    const options = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: '300', ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }) };
    const args = ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    // One that was killed leaves children that hold its memory for a moment, and a new one ends at once.
    await untilItAnswers(url('postgres'), () => {
      if (!process || process.exitCode !== null) process = spawn(join(bin, 'postgres'), args, { stdio: 'ignore', ...account });
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = process;
    process = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => { ending.once('exit', resolve); });
    ending.kill(signal);
    await ended;
  }

  await start();
  return {
    start,
    kill: () => end('SIGKILL'),
    async createDatabase() {
      const name = `vigil_${databases += 1}`;
      await withClient(url('postgres'), (client) => client.query(`create database ${name}`));
      return url(name);
    },
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root; then it runs as the account that its package made. */
async function serverAccount(folder: string): Promise<{ uid: number; gid: number } | object> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)));
  await chown(folder, uid ?? 0, gid ?? 0);
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

async function untilItAnswers(url: string, keepRunning: () => void): Promise<void> {
  for (;;) {
    keepRunning();
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
