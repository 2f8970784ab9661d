import * as z from 'zod';
import { deskSettingsSchema, STANDARD_SETTINGS } from '../../domain/desk-settings.ts';
import { AppError } from '../../domain/errors.ts';
import type { DeskSettingsStore, VersionedSettings } from '../../ports.ts';
import type { Database } from './database.ts';

const KEY = 'desk-settings';
const storedSchema = z.object({ version: z.int(), settings: deskSettingsSchema });

/** Opened with what is stored, so that the clocks run by it from the first append on. */
export async function openDeskSettings(database: Database): Promise<DeskSettingsStore> {
  let current = await read(database.reader);

  async function read(db: Database['reader']): Promise<VersionedSettings> {
    const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
    if (!row) return { version: 0, settings: STANDARD_SETTINGS };
    const stored = storedSchema.safeParse(JSON.parse(row.value));
    if (!stored.success) {
      const [issue] = stored.error.issues;
      throw new AppError('invalid-input', `the stored settings of the desk cannot be read: ${issue?.path.join('.')}: ${issue?.message}`, { cause: stored.error });
    }
    return stored.data;
  }

  return {
    current: () => current,
    async refresh() {
      current = await read(database.reader);
      return current;
    },
    async save(settings, version) {
      const saved = await database.write(async (transaction) => {
        const before = await read(transaction);
        if (before.version !== version) return 'conflict' as const;
        const next = { version: version + 1, settings };
        const value = JSON.stringify(next);
        await transaction.insertInto('setting').values({ key: KEY, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
        return next;
      });
      if (saved !== 'conflict') current = saved;
      return saved;
    },
  };
}
