/**
 * Accounts from the command line, beside a running server:
 * `npm run --silent admin -- create-agent --email E --name N --role R --teams a,b --locales en,zh-CN --level 1 --capacity 6 --password-stdin`
 * `npm run --silent admin -- list-agents`
 * `npm run --silent admin -- reset-factors --email E`
 */
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createLogger } from '../src/adapters/system/logger.ts';
import { readConfig } from '../src/config.ts';
import { LEVELS, STANDARD_CAPACITY } from '../src/domain/agent.ts';
import { AppError } from '../src/domain/errors.ts';
import { localeSchema } from '../src/domain/locales.ts';
import { ROLES } from '../src/domain/roles.ts';
import { TEAMS } from '../src/domain/teams.ts';
import { openStorage } from '../src/open-storage.ts';
import type { Storage } from '../src/ports.ts';
import { parseInput } from '../src/protocol/parse.ts';
import { hashPassword } from '../src/server/authentication/password.ts';
import { formatTable } from './format-table.ts';

const USAGE = `usage: npm run --silent admin -- create-agent --email E --name N --role ${ROLES.join('|')} [--teams ${TEAMS.slice(0, 2).join(',')},…] [--locales en,zh-CN,…] [--level ${LEVELS.join('|')}] [--capacity ${STANDARD_CAPACITY}] --password-stdin
       npm run --silent admin -- list-agents
       npm run --silent admin -- reset-factors --email E`;

/** Who stands in the audit log for what is done here. */
const COMMAND_LINE = { kind: 'system', id: null, name: 'command line' } as const;

const list = (value: unknown): unknown => (typeof value === 'string' ? value.split(',').filter(Boolean) : []);
const number = (value: unknown): unknown => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
const form = z.object({
  email: z.email('expected an e-mail address such as ana@exchange.example'),
  name: z.string('expected the name that contacts see').min(1).max(100),
  role: z.enum(ROLES, `expected one of ${ROLES.join(', ')}`),
  teams: z.preprocess(list, z.array(z.enum(TEAMS, `expected teams out of ${TEAMS.join(', ')}`))),
  locales: z.preprocess(list, z.array(localeSchema)),
  level: z.preprocess(number, z.literal(LEVELS, `expected one of ${LEVELS.join(', ')}`).default(1)),
  capacity: z.preprocess(number, z.int('expected a whole number').min(1, 'expected at least 1').max(100, 'expected at most 100').default(STANDARD_CAPACITY)),
  password: z.string().min(12, 'expected at least 12 characters on standard input').max(200),
});

async function createAgent({ agents, audit }: Storage, options: Record<string, unknown>): Promise<void> {
  if (options['password-stdin'] !== true) throw new AppError('invalid-input', `--password-stdin: expected, so that no password stands in a shell history\n${USAGE}`);
  const typed = (await text(process.stdin)).replace(/\r?\n$/, '');
  const { password, ...agent } = parseInput(form, { ...options, password: typed });
  const id = uuidv7();
  await agents.create({ ...agent, id, active: true, createdAt: systemClock.now() }, await hashPassword(password));
  await audit.append({ action: 'agent.created', actor: COMMAND_LINE, subject: id, details: { role: agent.role } });
  console.log(id);
}

/** For who lost everything that they could sign in with. Open desks of theirs close within half a minute. */
async function resetFactors({ agents, factors, sessions, audit }: Storage, { email }: Record<string, unknown>): Promise<void> {
  const known = typeof email === 'string' ? await agents.findByEmail(email) : undefined;
  if (!known) throw new AppError('not-found', `--email: expected the e-mail address of an account\n${USAGE}`);
  const { id, name } = known.agent;
  const removed = await factors.removeAll(id);
  await sessions.closeOthers(id, null);
  await audit.append({ action: 'factor.removed', actor: COMMAND_LINE, subject: id, details: { removed } });
  console.log(`${removed} taken away; ${name} adds a new one at the next sign-in where the role needs it`);
}

async function listAgents({ agents }: Storage): Promise<void> {
  const rows = (await agents.list()).map(({ name, email, role, teams, locales, level, capacity, active }) =>
    [name, email, role, teams.join(',') || '-', locales.join(',') || '-', level, capacity, active ? 'yes' : 'no']);
  console.log(formatTable(['name', 'e-mail', 'role', 'teams', 'locales', 'level', 'capacity', 'active'], rows));
}

const option = { type: 'string' } as const;
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { email: option, name: option, role: option, teams: option, locales: option, level: option, capacity: option, 'password-stdin': { type: 'boolean' } },
  });
  const command = { 'create-agent': createAgent, 'list-agents': listAgents, 'reset-factors': resetFactors }[positionals[0] ?? ''];
  if (!command) throw new AppError('invalid-input', USAGE);
  const config = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)));
  const { storage, doorbell } = await openStorage(config, { clock: systemClock, logger: createLogger(config.logLevel), serves: false });
  try {
    await command(storage, values);
  } finally {
    await doorbell.close();
    await storage.close();
  }
} catch (error) {
  console.error(`admin: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
