import { v7 as uuidv7 } from 'uuid';
import { systemClock } from '../src/adapters/system/clock.ts';
import type { Config } from '../src/config.ts';
import { STANDARD_CAPACITY } from '../src/domain/agent.ts';
import { LOCALE_TAGS } from '../src/domain/locales.ts';
import { TEAMS } from '../src/domain/teams.ts';
import { openStorage } from '../src/open-storage.ts';
import { hashPassword } from '../src/server/authentication/password.ts';
import { silentLogger } from '../test/fakes/silent-logger.ts';
import type { Account } from './desk-line.ts';

const PASSWORD = 'long enough for a load test';

export interface Accounts {
  readonly agents: readonly Account[];
  /** Reads everything and takes nothing. */
  readonly overseer: Account;
}

/** Accounts straight in the database of a server on this machine: agents of every team, and one who oversees. */
export async function makeAccounts(settings: Pick<Config, 'database' | 'dataDir'>, count: number): Promise<Accounts> {
  const { storage, doorbell } = await openStorage(settings, { clock: systemClock, logger: silentLogger, serves: false });
  const passwordHash = await hashPassword(PASSWORD);
  const create = async (name: string, role: 'agent' | 'supervisor'): Promise<Account> => {
    const email = `${name}@exchange.example`;
    await storage.agents.create({ id: uuidv7(), email, name, role, teams: role === 'agent' ? TEAMS : [], locales: LOCALE_TAGS, level: 1, capacity: STANDARD_CAPACITY, active: true, createdAt: systemClock.now() }, passwordHash);
    return { email, password: PASSWORD };
  };
  const agents: Account[] = [];
  for (let number = 1; number <= count; number++) agents.push(await create(`load-${number}`, 'agent'));
  const overseer = await create('load-overseer', 'supervisor');
  await doorbell.close();
  await storage.close();
  return { agents, overseer };
}
