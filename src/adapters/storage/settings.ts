import type { SettingStore } from '../../ports.ts';
import type { Database } from './database.ts';

export function createSettingStore(database: Database): SettingStore {
  return {
    getOrSet: (key, initial) => database.write(async (transaction) => {
      await transaction.insertInto('setting').values({ key, value: initial })
        .onConflict((conflict) => conflict.column('key').doNothing()).execute();
      const row = await transaction.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirstOrThrow();
      return row.value;
    }),
  };
}
