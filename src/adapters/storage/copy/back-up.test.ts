import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fillStorage } from '../../../../test/fixtures/fill-storage.ts';
import { createManualClock } from '../../../../test/fakes/manual-clock.ts';
import { silentLogger } from '../../../../test/fakes/silent-logger.ts';
import type { Storage } from '../../../ports.ts';
import { databaseFile, openSqliteStorage } from '../sqlite.ts';
import { backUp } from './back-up.ts';
import { verifyStorage } from './verify-storage.ts';

describe('backing up the embedded database', () => {
  let folder: string;
  let storage: Storage;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-backup-'));
    storage = await openSqliteStorage({ folder: join(folder, 'data'), clock: createManualClock(), exclusive: true });
  });
  afterEach(async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });

  const at = () => ({ dialect: 'sqlite', folder: join(folder, 'data'), option: '--at' }) as const;

  it('keeps a moment of a desk that goes on being written to, from which it can be served again', async () => {
    const { ids, fileId } = await fillStorage(storage, 20);
    const file = join(folder, 'copy.db');
    expect(await backUp({ at: at(), to: file })).toMatchObject({ file, conversations: 20 });
    await storage.conversations.append(ids[0] ?? '', 2, [{ type: 'urgency.raised', data: { urgency: 'critical' } } as never]);

    const restored = join(folder, 'restored');
    await mkdir(restored);
    await copyFile(file, databaseFile(restored));
    expect(await verifyStorage({ at: { dialect: 'sqlite', folder: restored, option: '--at' }, logger: silentLogger, report: () => undefined })).toMatchObject({ conversations: 20, found: 0 });
    const again = await openSqliteStorage({ folder: restored, clock: createManualClock(), exclusive: true });
    expect((await again.conversations.get(ids[0] ?? ''))?.seq).toBe(2);
    expect((await again.attachments.read(fileId))?.length).toBe(70_000);
    await again.close();
  });

  it('replaces no file, and leaves none behind where it fails', async () => {
    const file = join(folder, 'taken.db');
    await writeFile(file, 'precious');
    await expect(backUp({ at: at(), to: file })).rejects.toMatchObject({ code: 'conflict', field: '--to' });
    await expect(backUp({ at: at(), to: join(folder, 'no/such/folder/copy.db') })).rejects.toMatchObject({ field: '--to' });
    await expect(backUp({ at: { ...at(), folder: join(folder, 'nothing') }, to: join(folder, 'new.db') })).rejects.toMatchObject({ code: 'not-found', field: '--at' });
    await expect(backUp({ at: { dialect: 'postgres', url: 'postgres://x/y', option: '--at' }, to: join(folder, 'new.db') })).rejects.toThrow(/pg_dump/);
    expect((await readdir(folder)).sort()).toEqual(['data', 'taken.db']);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });
});
