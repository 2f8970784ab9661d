import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeAccounts, type Accounts } from '../load/make-accounts.ts';
import { findFreePort, startServerProcess, type ServerProcess } from '../test/integration/server-process.ts';
import { startPostgres, type PostgresServer } from '../test/postgres/postgres-server.ts';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';

export type Database = 'embedded' | 'postgres';

/** One process of the desk, always at the same address. */
export interface Member {
  readonly name: string;
  /** Where contacts and agents reach it: through `line`. */
  readonly url: string;
  readonly line: TcpProxy;
  /** Between it and PostgreSQL; none where the database is embedded. */
  readonly databaseLine: TcpProxy | undefined;
  /** @returns its exit code, null where a signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** What it said last, where it ended though nobody ended it. */
  whyItEnded(): string | undefined;
  /** Starts it again. */
  start(): Promise<void>;
  /** Stops it in the middle of whatever it does, and lets it go on. */
  pause(): void;
  resume(): void;
  /** Whether it takes itself for the one that looks after timers; undefined where it does not answer. */
  isLeader(): Promise<boolean | undefined>;
  /** What its clock shows too much, ms. */
  shiftClock(ms: number): Promise<void>;
}

export interface Cluster {
  readonly database: Database;
  readonly members: readonly Member[];
  readonly postgres: PostgresServer | undefined;
  /** Where an embedded database is; of a small size where the fault needs that. */
  readonly folder: string;
  readonly accounts: Accounts;
  close(): Promise<void>;
}

export interface ClusterOptions {
  readonly database: Database;
  readonly agents: number;
  /** Puts the data folder on a disk of so many MB of its own; needs Linux and root. */
  readonly diskMb?: number | undefined;
  /** True where processes are to be told another time. */
  readonly shiftsClock?: boolean | undefined;
}

/** Of other databases there are as many processes as share it here. */
const PROCESSES: Readonly<Record<Database, number>> = { embedded: 1, postgres: 2 };
const run = promisify(execFile);
/** Characters of a process's output that are shown. */
const LAST_WORDS = 1_500;

export async function openCluster({ database, agents, diskMb, shiftsClock }: ClusterOptions): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-faults-'));
  if (diskMb !== undefined) await run('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m`, 'vigil-faults', folder]);
  const postgres = database === 'postgres' ? await startPostgres({ durable: true }) : undefined;
  const url = await postgres?.createDatabase();
  // One after the other: two cores learn and compile faster so.
  const members: Member[] = [];
  try {
    for (let number = 1; number <= PROCESSES[database]; number++) members.push(await openMember(`process ${number}`, folder, url, shiftsClock ?? false));
  } catch (error) {
    for (const member of members) await member.end('SIGKILL');
    await postgres?.stop();
    if (diskMb !== undefined) await run('umount', [folder]);
    throw error;
  }
  const accounts = await makeAccounts({ dataDir: folder, ...(url !== undefined && { database: { url, poolSize: 2, statementTimeoutMs: 10_000 } }) }, agents);
  return {
    database, members, postgres, folder, accounts,
    async close() {
      for (const member of members) {
        member.resume();
        await member.end('SIGTERM');
        await member.line.close();
        await member.databaseLine?.close();
      }
      await postgres?.stop();
      if (diskMb !== undefined) await run('umount', [folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openMember(name: string, folder: string, databaseUrl: string | undefined, shiftsClock: boolean): Promise<Member> {
  const port = await findFreePort();
  const line = await openTcpProxy({ host: '127.0.0.1', port });
  const databaseLine = databaseUrl === undefined ? undefined : await openTcpProxy({ host: '127.0.0.1', port: Number(new URL(databaseUrl).port) });
  const clockFile = join(folder, `${name.replace(' ', '-')}.clock`);
  const environment = {
    // Nobody is there to show a second factor, and a session is to outlive a clock that jumps.
    PORT: String(port), DATA_DIR: folder, SECOND_FACTOR: 'optional', SESSION_IDLE_MINUTES: '720',
    ...(databaseUrl !== undefined && databaseLine && { DATABASE_URL: withPort(databaseUrl, databaseLine.port), DATABASE_STATEMENT_TIMEOUT_MS: '3000' }),
    ...(shiftsClock && { CLOCK_SHIFT_FILE: clockFile, NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${fileURLToPath(new URL('shift-clock.ts', import.meta.url))}` }),
  };
  let server: ServerProcess | undefined = await startServerProcess(environment);
  return {
    name, line, databaseLine,
    url: `http://127.0.0.1:${line.port}`,
    async end(signal) {
      const ending = server;
      server = undefined;
      return ending && isAlive(ending.pid) ? await ending.kill(signal) : null;
    },
    whyItEnded: () => (server === undefined || isAlive(server.pid) ? undefined : server.output().slice(-LAST_WORDS)),
    async start() { server ??= await startServerProcess(environment); },
    pause: () => { signal(server, 'SIGSTOP'); },
    resume: () => { signal(server, 'SIGCONT'); },
    shiftClock: (ms) => writeFile(clockFile, String(ms)),
    async isLeader() {
      try {
        const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(2_000) })).text();
        return /^vigil_leader 1$/m.test(figures);
      } catch {
        return undefined;
      }
    },
  };
}

function signal(server: ServerProcess | undefined, name: NodeJS.Signals): void {
  if (server && isAlive(server.pid)) process.kill(server.pid, name);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function withPort(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}
