import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import { describeAgentStore } from './agent-store.contract.ts';

describeAgentStore('SQLite', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
  const storage = await openSqliteStorage({ folder, clock, exclusive: true });
  return {
    agents: storage.agents,
    sessions: storage.sessions,
    settings: storage.settings,
    async close() {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
});
