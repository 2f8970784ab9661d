/**
 * `npm run --silent admin -- create-agent --email E --name N --role R --teams a,b --locales en,zh-CN --password-stdin`
 * Works beside a running server.
 */
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { openSqliteStorage } from '../src/adapters/storage/sqlite.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { readConfig } from '../src/config.ts';
import { STANDARD_CAPACITY } from '../src/domain/agent.ts';
import { AppError } from '../src/domain/errors.ts';
import { localeSchema } from '../src/domain/locales.ts';
import { ROLES } from '../src/domain/roles.ts';
import { TEAMS } from '../src/domain/teams.ts';
import { parseInput } from '../src/protocol/parse.ts';
import { hashPassword } from '../src/server/authentication/password.ts';

const USAGE = `usage: npm run --silent admin -- create-agent --email E --name N --role ${ROLES.join('|')} [--teams ${TEAMS.slice(0, 2).join(',')},…] [--locales en,zh-CN,…] --password-stdin`;

const list = (value: unknown): unknown => (typeof value === 'string' ? value.split(',').filter(Boolean) : []);
const form = z.object({
  email: z.email('expected an e-mail address such as ana@exchange.example'),
  name: z.string('expected the name that contacts see').min(1).max(100),
  role: z.enum(ROLES, `expected one of ${ROLES.join(', ')}`),
  teams: z.preprocess(list, z.array(z.enum(TEAMS, `expected teams out of ${TEAMS.join(', ')}`))),
  locales: z.preprocess(list, z.array(localeSchema)),
  password: z.string().min(12, 'expected at least 12 characters on standard input').max(200),
});

async function createAgent(options: Record<string, unknown>): Promise<void> {
  if (options['password-stdin'] !== true) throw new AppError('invalid-input', `--password-stdin: expected, so that no password stands in a shell history\n${USAGE}`);
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  const { email, name, role, teams, locales, password: checked } = parseInput(form, { ...options, password });
  const config = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)));
  const storage = await openSqliteStorage({ folder: config.dataDir, clock: systemClock, exclusive: false });
  try {
    const agent = { id: uuidv7(), email, name, role, teams, locales, level: 1 as const, capacity: STANDARD_CAPACITY, active: true, createdAt: systemClock.now() };
    await storage.agents.create(agent, await hashPassword(checked));
    console.log(agent.id);
  } finally {
    await storage.close();
  }
}

const option = { type: 'string' } as const;
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { email: option, name: option, role: option, teams: option, locales: option, 'password-stdin': { type: 'boolean' } },
  });
  if (positionals[0] !== 'create-agent') throw new AppError('invalid-input', USAGE);
  await createAgent(values);
} catch (error) {
  console.error(`admin: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
