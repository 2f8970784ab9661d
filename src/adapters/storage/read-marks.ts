import type { ReadMarkStore } from '../../ports.ts';
import type { Database } from './database.ts';

export function createReadMarkStore(database: Database): ReadMarkStore {
  return {
    async get(conversationId) {
      const rows = await database.reader.selectFrom('read_mark').selectAll().where('conversation_id', '=', conversationId).execute();
      const seqOf = (reader: string): number => rows.find((row) => row.reader === reader)?.seq ?? 0;
      return { contact: seqOf('contact'), agents: seqOf('agents') };
    },

    move: (conversationId, reader, seq) => database.write(async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction.insertInto('read_mark').values({ conversation_id: conversationId, reader, seq })
        .onConflict((conflict) => conflict.columns(['conversation_id', 'reader']).doUpdateSet({ seq }).where('read_mark.seq', '<', seq)).executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    }),
  };
}
