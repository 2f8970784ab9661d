import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fillStorage } from '../../../../test/fixtures/fill-storage.ts';
import { createManualClock } from '../../../../test/fakes/manual-clock.ts';
import { silentLogger } from '../../../../test/fakes/silent-logger.ts';
import { databaseFile, openSqliteStorage } from '../sqlite.ts';
import { verifyStorage, type Verified } from './verify-storage.ts';

describe('verifying a desk', () => {
  let folder: string;
  let ids: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-verify-'));
    const storage = await openSqliteStorage({ folder, clock: createManualClock(), exclusive: true });
    ({ ids } = await fillStorage(storage, 8));
    await storage.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const verify = (): Promise<Verified> => verifyStorage({ at: { dialect: 'sqlite', folder, option: '--at' }, logger: silentLogger, report: () => undefined });
  const spoil = (statement: string, ...values: string[]): void => {
    const database = new DatabaseSync(databaseFile(folder));
    expect(database.prepare(statement).run(...values).changes).not.toBe(0);
    database.close();
  };

  it('finds every conversation of a sound one in exactly one place', async () => {
    expect(await verify()).toEqual({ conversations: 8, events: 32, places: { assistant: 2, queue: 2, agent: 2, resolved: 2 }, problems: [], found: 0 });
  });

  it.each([
    ['a state that the log does not tell', 'update conversation set urgency_rank = 0 where id = ?', /folds to another urgency$/],
    ['an event that is missing', 'delete from event where conversation_id = ? and seq = 2', /cannot be folded: .*event 3 does not follow 1/],
    ['a log that is cut short', 'delete from event where conversation_id = ? and seq = 5', /folds to another .*seq/],
    ['an event that is no JSON', "update event set data = '{' where conversation_id = ? and seq = 2", /an event is no JSON/],
    ['a conversation in a queue and with an agent', "update conversation set owner_kind = 'queue' where id = ?", /in a queue and with an agent/],
    ['an agent who does not exist', "update conversation set owner_agent_id = 'nobody' where id = ?", /an agent who does not exist/],
    ['an owner of a resolved one', "update conversation set status = 'resolved' where id = ?", /it is resolved and still owned by agent/],
  ])('tells of %s', async (_what, statement, problem) => {
    spoil(statement, ids[2] ?? '');
    const { problems, found } = await verify();
    expect(found).toBeGreaterThan(0);
    expect(problems.join('\n')).toMatch(problem);
    expect(problems.join('\n')).not.toContain('أين');
  });

  it('tells of events of no conversation, and of messages that the search does not know', async () => {
    spoil('delete from conversation where id = ?', ids[0] ?? '');
    spoil('delete from search_entry where conversation_id = ?', ids[1] ?? '');
    expect((await verify()).problems).toEqual(['2 events are of no conversation', expect.stringMatching(/^the search knows \d+ of \d+ messages$/)]);
  });

  it('refuses what is no desk, or one of another version', async () => {
    spoil("insert into migration (name, applied_at) values ('9999-later', 0)");
    await expect(verify()).rejects.toMatchObject({ code: 'conflict', field: '--at', message: expect.stringContaining('newer version (9999-later)') });
    spoil("delete from migration where name = '9999-later' or name = '0001-conversations'");
    await expect(verify()).rejects.toMatchObject({ message: expect.stringContaining('older version (0001-conversations did not run)') });
  });
});
