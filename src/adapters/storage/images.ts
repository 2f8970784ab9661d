import type { Clock, ImageStore } from '../../ports.ts';
import type { Database } from './database.ts';

export function createImageStore(database: Database, clock: Clock): ImageStore {
  const { reader } = database;
  return {
    add: (image) => database.write(async (transaction) => {
      await transaction.insertInto('image').values({ ...image, created_at: clock.now() }).onConflict((conflict) => conflict.column('name').doNothing()).execute();
    }),
    read: (name) => reader.selectFrom('image').select(['name', 'type', 'content']).where('name', '=', name).executeTakeFirst(),
    listNames: async () => (await reader.selectFrom('image').select('name').orderBy('name').execute()).map(({ name }) => name),
  };
}
