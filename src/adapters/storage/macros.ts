import type { Macro } from '../../domain/macro.ts';
import type { Clock, MacroStore } from '../../ports.ts';
import type { Database } from './database.ts';

export function createMacroStore(database: Database, clock: Clock): MacroStore {
  return {
    async list() {
      const rows = await database.reader.selectFrom('macro').select('data').execute();
      return rows.map(({ data }) => JSON.parse(data) as Macro).sort((a, b) => (a.title < b.title ? -1 : 1));
    },

    save: (macro) => database.write(async (transaction) => {
      const row = { data: JSON.stringify(macro), updated_at: clock.now() };
      await transaction.insertInto('macro').values({ id: macro.id, ...row }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute();
    }),

    remove: (macroId) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('macro').where('id', '=', macroId).executeTakeFirst();
      return numDeletedRows > 0n;
    }),
  };
}
