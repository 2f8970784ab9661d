import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fillStorage } from '../../../../test/fixtures/fill-storage.ts';
import { createManualClock } from '../../../../test/fakes/manual-clock.ts';
import { silentLogger } from '../../../../test/fakes/silent-logger.ts';
import type { Storage } from '../../../ports.ts';
import { databaseFile, openSqliteStorage } from '../sqlite.ts';
import { readCatalog } from './catalog.ts';
import { copyStorage, type CopiedTable } from './copy-storage.ts';
import { openReader } from './open-ends.ts';

describe('copying a desk from folder to folder', () => {
  let folder: string;
  let storage: Storage | undefined;
  const source = (): string => join(folder, 'source');
  const target = (): string => join(folder, 'target');
  const open = async (path: string): Promise<Storage> => { storage = await openSqliteStorage({ folder: path, clock: createManualClock(), exclusive: true }); return storage; };
  const close = async (): Promise<void> => { await storage?.close(); storage = undefined; };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-copy-'));
    await fillStorage(await open(source()), 6);
    await close();
  });
  afterEach(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  const copy = (): Promise<readonly CopiedTable[]> => copyStorage({
    from: { dialect: 'sqlite', folder: source(), option: '--from' }, to: { dialect: 'sqlite', folder: target(), option: '--to' }, logger: silentLogger, report: () => undefined,
  });

  it('knows every table that the database has, but those that are made anew', async () => {
    const end = await openReader({ dialect: 'sqlite', folder: source(), option: '--at' }, silentLogger);
    const known = (await readCatalog(end.transaction, 'sqlite')).map(({ name }) => name);
    await end.close();
    const database = new DatabaseSync(databaseFile(source()));
    const all = database.prepare("select name from sqlite_master where type = 'table'").all().map(({ name }) => String(name));
    database.close();
    expect(known).toEqual(all.filter((name) => !/^(migration|sqlite_.*|search_text(_.*)?)$/.test(name)).sort());
    expect(known).toEqual(expect.arrayContaining(['conversation', 'event', 'attachment', 'search_entry', 'setting', 'document_revision']));
  });

  it('refuses a source or a target that a process serves from, and leaves nothing at the target', async () => {
    await open(source());
    await expect(copy()).rejects.toMatchObject({ code: 'conflict', field: '--from' });
    await close();
    expect(existsSync(target())).toBe(false);
    await open(target());
    await expect(copy()).rejects.toMatchObject({ code: 'conflict', field: '--to' });
  });

  it('refuses a target in which there is anything', async () => {
    const taken = await open(target());
    await taken.settings.getOrSet('contact-token-key', 'x');
    await close();
    await expect(copy()).rejects.toMatchObject({ code: 'conflict', field: '--to', message: expect.stringMatching(/is not empty \(setting\): name a folder that does not exist yet/) });
    expect(await (await open(target())).settings.getOrSet('contact-token-key', 'y')).toBe('x');
  });

  it('leaves no database where it fails on the way', async () => {
    const database = new DatabaseSync(databaseFile(source()));
    // Sorts after the tables that are copied before it.
    database.exec("create table zebra (id text primary key, stripes text); insert into zebra values ('a', 'b')");
    database.close();
    await expect(copy()).rejects.toThrow(/do not have the same tables: zebra/);
    expect(existsSync(databaseFile(target()))).toBe(false);
  });

  it('says that the folder cannot be written to, and which option named it', async () => {
    await expect(copyStorage({
      from: { dialect: 'sqlite', folder: source(), option: '--from' }, to: { dialect: 'sqlite', folder: databaseFile(source()), option: '--to' }, logger: silentLogger, report: () => undefined,
    })).rejects.toMatchObject({ field: '--to', message: expect.stringContaining('no folder that can be written to') });
  });
});
