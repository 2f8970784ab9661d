import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { copyStorage, type CopiedTable } from '../../src/adapters/storage/copy/copy-storage.ts';
import { parseLocation } from '../../src/adapters/storage/copy/location.ts';
import { openReader } from '../../src/adapters/storage/copy/open-ends.ts';
import { verifyStorage } from '../../src/adapters/storage/copy/verify-storage.ts';
import { openPostgresStorage } from '../../src/adapters/storage/postgres.ts';
import { connectSqlite, databaseFile, openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { readTerm } from '../../src/domain/search/search-term.ts';
import type { Storage } from '../../src/ports.ts';
import { FILE, fillEmptyTables, fillStorage } from '../fixtures/fill-storage.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { describeOnPostgres, startPostgres, type PostgresServer } from '../postgres/start-postgres.ts';
import { root } from '../test-cache.ts';

/** More than are read and written at once. */
const CONVERSATIONS = 520;

describeOnPostgres('copying a desk between the two databases', () => {
  let server: PostgresServer;
  let folder: string;
  let filled: Awaited<ReturnType<typeof fillStorage>>;
  const source = (): string => `sqlite:${join(folder, 'source')}`;

  beforeAll(async () => {
    server = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'vigil-copy-'));
    const storage = await openSqliteStorage({ folder: join(folder, 'source'), clock: systemClock, exclusive: true });
    filled = await fillStorage(storage, CONVERSATIONS);
    await storage.close();
    const end = await openReader(parseLocation(source(), '--at'), silentLogger);
    await end.close();
    const db = connectSqlite(databaseFile(join(folder, 'source')));
    await fillEmptyTables(db, end.tables);
    await db.destroy();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const copy = (from: string, to: string): Promise<readonly CopiedTable[]> =>
    copyStorage({ from: parseLocation(from, '--from'), to: parseLocation(to, '--to'), logger: silentLogger, report: () => undefined });
  const openPostgres = (url: string): Promise<Storage> => openPostgresStorage({ url, poolSize: 2, statementTimeoutMs: 10_000, clock: systemClock, logger: silentLogger });
  const query = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query<Record<string, unknown>>(text).then(({ rows }) => rows).finally(() => client.end());
  };
  const find = async ({ search }: Storage, word: string): Promise<number> =>
    (await search.find({ reader: { id: 'admin', role: 'admin', teams: [] }, terms: [readTerm(word, false)!], filter: {} }, null, 1_000)).found.length;

  it('takes everything there and back, row for row, and both serve', async () => {
    const url = await server.createDatabase();
    const there = await copy(source(), url);
    expect(there.every(({ rows }) => rows > 0)).toBe(true);
    expect(there.find(({ table }) => table === 'conversation')?.rows).toBe(CONVERSATIONS);
    expect(await verifyStorage({ at: parseLocation(url, '--at'), logger: silentLogger, report: () => undefined })).toMatchObject({ conversations: CONVERSATIONS, found: 0 });

    const back = `sqlite:${join(folder, 'back')}`;
    expect(await copy(url, back)).toEqual(there);
    expect(await verifyStorage({ at: parseLocation(back, '--at'), logger: silentLogger, report: () => undefined })).toMatchObject({ conversations: CONVERSATIONS, found: 0 });

    for (const open of [() => openPostgres(url), () => openSqliteStorage({ folder: join(folder, 'back'), clock: systemClock, exclusive: true })]) {
      const storage = await open();
      expect(await find(storage, 'withdrawal')).toBe(CONVERSATIONS / 5);
      expect(await find(storage, '提币')).toBe(CONVERSATIONS / 5);
      expect(Buffer.from(await storage.attachments.read(filled.fileId) ?? []).equals(FILE)).toBe(true);
      // What is written next gets the next id of the search.
      await storage.conversations.append(filled.ids[0] ?? '', 2, [{ type: 'message.received', data: { clientMessageId: 'after', text: 'xylophone' } }]);
      expect(await find(storage, 'xylophone')).toBe(1);
      await storage.close();
    }
  }, 120_000);

  it('refuses a database that is in use, and one in which there is anything', async () => {
    const url = await server.createDatabase();
    const serving = await openPostgres(url);
    await expect(copy(source(), url)).rejects.toMatchObject({ code: 'conflict', field: '--to', message: expect.stringMatching(/is in use .*stop every process/) });
    await expect(copy(url, `sqlite:${join(folder, 'never')}`)).rejects.toMatchObject({ code: 'conflict', field: '--from' });
    await serving.settings.getOrSet('contact-token-key', 'x');
    await serving.close();
    await expect(copy(source(), url)).rejects.toMatchObject({ code: 'conflict', field: '--to', message: expect.stringMatching(/is not empty \(setting\): make a database for it with createdb/) });
    await expect(copy(await server.createDatabase(), `sqlite:${join(folder, 'never')}`)).rejects.toMatchObject({ code: 'not-found', field: '--from' });
    expect(existsSync(databaseFile(join(folder, 'never')))).toBe(false);
  });

  it('leaves nothing where a value cannot be stored or the connection breaks on the way', async () => {
    const spoiled = join(folder, 'spoiled');
    const storage = await openSqliteStorage({ folder: spoiled, clock: systemClock, exclusive: true });
    await fillStorage(storage, 3);
    await storage.close();
    const database = new DatabaseSync(databaseFile(spoiled));
    database.prepare('update setting set value = ?').run('a\0b');
    database.prepare("insert into setting (key, value) values ('zero', ?)").run('a\0b');
    database.close();
    const url = await server.createDatabase();
    await expect(copy(`sqlite:${spoiled}`, url)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringMatching(/^setting\.value \(key zero\) has a character of code 0/) });
    expect(await query(url, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);

    const broken = copyStorage({
      from: parseLocation(source(), '--from'), to: parseLocation(url, '--to'), logger: silentLogger,
      report: (what, rows) => { if (what === 'event' && rows > 500) void query(url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vigil storage'"); },
    });
    await expect(broken).rejects.toThrow();
    expect(await query(url, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
  }, 60_000);

  it('says on the command line what was copied, and ends with 1 where it was not', async () => {
    const run = (...args: string[]) => promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/storage.ts', ...args], { cwd: root });
    const url = await server.createDatabase();
    const { stdout, stderr } = await run('copy', '--from', source(), '--to', url);
    expect(stdout).toMatch(/^conversation +520 +[0-9a-f]{16}$/m);
    expect(stdout).toContain('every table was read back and is the same');
    expect(stderr).toMatch(/^storage: event: \d+$/m);
    await query(url, `update conversation set owner_team = null where id = '${filled.ids[1] ?? ''}'`);
    await expect(run('verify', '--at', url)).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/in a queue +130\n.*it waits in no queue/s) });
  }, 60_000);
});
