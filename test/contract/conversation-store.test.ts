import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import { createMemoryConversationStore } from '../fakes/memory-conversation-store.ts';
import { describeConversationStore } from './conversation-store.contract.ts';

describeConversationStore('in memory', (clock) => Promise.resolve({
  conversations: createMemoryConversationStore(clock),
  close: () => Promise.resolve(),
}));

describeConversationStore('SQLite', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
  const storage = await openSqliteStorage({ folder, clock, exclusive: true });
  return {
    conversations: storage.conversations,
    async close() {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
});
