import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { root, TEST_CACHE } from '../test-cache.ts';

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readonly startedInMs: number;
  /** Everything that it wrote to its standard output so far. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** The server as a process of its own, as an operator starts it. Rejects with its output where it does not come up. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const port = environment['PORT'] ?? String(await findFreePort());
  const begun = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LOG_LEVEL: 'warn', CACHE_DIR: TEST_CACHE, ...environment, PORT: port },
  });
  const output = collectOutput(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => { if (output().includes('Vigil is ready')) resolve(); });
    child.once('exit', (code) => { reject(new Error(`the server ended with ${String(code)} before it was ready:\n${output()}`)); });
  });
  const startedInMs = performance.now() - begun;
  return {
    url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, startedInMs, output,
    kill: (signal) => new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', resolve);
      child.kill(signal);
    }),
  };
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); });
  return () => text;
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => { resolve(port); });
    });
  });
}
