import type { AttachmentStore, Clock, StoredFile } from '../../ports.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

const COLUMNS = ['id', 'contact_id', 'agent_id', 'conversation_id', 'name', 'type', 'bytes', 'sha256'] as const;

/** Files stand in the database, so that a backup has them and every process reaches them. */
export function createAttachmentStore(database: Database, clock: Clock): AttachmentStore {
  const { reader } = database;
  return {
    add: (file, content, mostLoose) => database.write(async (transaction) => {
      const { loose } = await transaction.selectFrom('attachment').select((select) => select.fn.countAll<number>().as('loose'))
        .where('conversation_id', 'is', null).where('contact_id', file.contactId === null ? 'is' : '=', file.contactId).where('agent_id', file.agentId === null ? 'is' : '=', file.agentId)
        .executeTakeFirstOrThrow();
      if (Number(loose) >= mostLoose) return 'too-many';
      await transaction.insertInto('attachment').values({
        id: file.id, contact_id: file.contactId, agent_id: file.agentId, conversation_id: null,
        name: file.name, type: file.type, bytes: file.bytes, sha256: file.sha256, content, created_at: clock.now(),
      }).execute();
      return 'added';
    }),

    async find(fileId) {
      const row = await reader.selectFrom('attachment').select(COLUMNS).where('id', '=', fileId).executeTakeFirst();
      return row && fileFromRow(row);
    },

    async read(fileId) {
      return (await reader.selectFrom('attachment').select('content').where('id', '=', fileId).executeTakeFirst())?.content;
    },

    async attach(fileIds, conversationId, sender) {
      const ids = [...new Set(fileIds)];
      // Most messages carry none, and need not wait for a commit.
      if (ids.length === 0) return true;
      return database.write(async (transaction) => {
        const rows = await transaction.selectFrom('attachment').select(COLUMNS).where('id', 'in', ids).execute();
        const may = (row: (typeof rows)[number]): boolean =>
          ('contactId' in sender ? row.contact_id === sender.contactId : row.agent_id === sender.agentId)
          && (row.conversation_id === null || row.conversation_id === conversationId);
        if (rows.length !== ids.length || !rows.every(may)) return false;
        await transaction.updateTable('attachment').set({ conversation_id: conversationId }).where('id', 'in', ids).execute();
        return true;
      });
    },

    removeLoose: (at) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('attachment').where('conversation_id', 'is', null).where('created_at', '<', at).executeTakeFirst();
      return Number(numDeletedRows);
    }),
  };
}

function fileFromRow(row: Pick<Tables['attachment'], (typeof COLUMNS)[number]>): StoredFile {
  return {
    id: row.id, name: row.name, type: row.type, bytes: row.bytes, sha256: row.sha256,
    contactId: row.contact_id, agentId: row.agent_id, conversationId: row.conversation_id,
  };
}
