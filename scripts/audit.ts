/**
 * The audit log from the command line, beside a running server:
 * `npm run --silent audit -- verify [--head HASH]`  computes every hash anew; with the hash that was noted
 *   elsewhere, proves too that nothing after it was cut off. Exit code 1 where the chain is broken.
 * `npm run --silent audit -- head`  the number and the hash of the last entry, to be noted elsewhere.
 * `npm run --silent audit -- list [--limit 50]`  the latest entries, one JSON a line.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createLogger } from '../src/adapters/system/logger.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/domain/errors.ts';
import { openStorage } from '../src/open-storage.ts';
import type { AuditStore } from '../src/ports.ts';

const USAGE = 'usage: npm run --silent audit -- verify [--head HASH] | head | list [--limit 50]';
const PROBLEMS = { changed: 'is not what was written', missing: 'is missing', unlinked: 'does not follow the entry before it' } as const;

type Options = { readonly head?: string | undefined; readonly limit?: string | undefined };

async function verify(audit: AuditStore, { head }: Options): Promise<void> {
  const found = await audit.verify();
  if ('problem' in found) throw new AppError('conflict', `the chain is broken: entry ${found.seq} ${PROBLEMS[found.problem]}`);
  if (head !== undefined && !await contains(audit, head)) throw new AppError('conflict', `no entry has the hash ${head}: the log was cut off or written anew`);
  console.log(`unbroken: ${found.entries} entries, the last is ${found.head}`);
}

async function contains(audit: AuditStore, hash: string): Promise<boolean> {
  for (let before: number | null = null; ;) {
    const page = await audit.list({}, before, 1_000);
    if (page.some((entry) => entry.hash === hash)) return true;
    before = page.at(-1)?.seq ?? 0;
    if (page.length === 0) return false;
  }
}

async function showHead(audit: AuditStore): Promise<void> {
  const [last] = await audit.list({}, null, 1);
  console.log(last ? `${last.seq} ${last.hash}` : '0');
}

async function list(audit: AuditStore, { limit = '50' }: Options): Promise<void> {
  if (!/^[1-9]\d{0,5}$/.test(limit)) throw new AppError('invalid-input', `--limit: expected a whole number from 1, and it is "${limit}"`);
  for (const entry of (await audit.list({}, null, Number(limit))).reverse()) console.log(JSON.stringify(entry));
}

try {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { head: option, limit: option } });
  const command = { verify, head: showHead, list }[positionals.join(' ')];
  if (!command) throw new AppError('invalid-input', USAGE);
  const config = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)));
  const { storage, doorbell } = await openStorage(config, { clock: systemClock, logger: createLogger(config.logLevel), serves: false });
  try {
    await command(storage.audit, values);
  } finally {
    await doorbell.close();
    await storage.close();
  }
} catch (error) {
  console.error(`audit: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
