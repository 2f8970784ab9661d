import * as z from 'zod';
import { deskSettingsSchema, STANDARD_SETTINGS } from '../../domain/desk-settings.ts';
import { AppError } from '../../domain/errors.ts';
import type { DeskSettingsStore, VersionedSettings } from '../../ports.ts';
import type { Database } from './database.ts';

const KEY = 'desk-settings';
const storedSchema = z.object({ version: z.int(), settings: deskSettingsSchema });

/** Opened with what is stored, so that the clocks run by it from the first append on. */
export async function openDeskSettings(database: Database): Promise<DeskSettingsStore> {
  let current = parse(await readText(database.reader));

  return {
    current: () => current,
    async refresh() {
      const read = parse(await readText(database.reader));
      // What was saved here while this was read is newer.
      if (read.version >= current.version) current = read;
      return current;
    },
    async save(settings, version) {
      const saved = await database.write(async (transaction) => {
        const before = await readText(transaction);
        if (parse(before).version !== version) return 'conflict';
        const next = { version: version + 1, settings };
        return await replace(transaction, before, JSON.stringify(next)) ? next : 'conflict';
      });
      if (saved !== 'conflict') current = saved;
      return saved;
    },
  };
}

async function readText(db: Database['reader']): Promise<string | undefined> {
  return (await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst())?.value;
}

/** Puts the new text in the place of what was read, and of nothing else: another process may save at the same moment. */
async function replace(db: Database['reader'], before: string | undefined, value: string): Promise<boolean> {
  if (before === undefined) {
    const { numInsertedOrUpdatedRows } = await db.insertInto('setting').values({ key: KEY, value })
      .onConflict((conflict) => conflict.column('key').doNothing()).executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await db.updateTable('setting').set({ value }).where('key', '=', KEY).where('value', '=', before).executeTakeFirst();
  return numUpdatedRows > 0n;
}

function parse(text: string | undefined): VersionedSettings {
  if (text === undefined) return { version: 0, settings: STANDARD_SETTINGS };
  const stored = storedSchema.safeParse(JSON.parse(text));
  if (stored.success) return stored.data;
  const [issue] = stored.error.issues;
  throw new AppError('invalid-input', `the stored settings of the desk cannot be read: ${issue?.path.join('.')}: ${issue?.message}`, { cause: stored.error });
}
