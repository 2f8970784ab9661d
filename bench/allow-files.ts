import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What a process has open besides the sockets that are counted. */
const BESIDES = 500;

/**
 * Sees to it that this process and those that it starts may open so many sockets, raising the limit where that is allowed.
 * @throws where it is not, with what to do. Linux only.
 */
export async function allowFiles(sockets: number): Promise<void> {
  const needed = sockets + BESIDES;
  if (await readLimit() >= needed) return;
  await promisify(execFile)('prlimit', ['--pid', String(process.pid), `--nofile=${needed}:${needed}`]).catch(() => undefined);
  if (await readLimit() < needed) throw new Error(`${needed} open files are needed and ${await readLimit()} allowed: ulimit -n ${needed}, as root or with a higher hard limit`);
}

async function readLimit(): Promise<number> {
  return Number(/Max open files\s+(\d+)/.exec(await readFile('/proc/self/limits', 'utf8'))?.[1] ?? NaN);
}
