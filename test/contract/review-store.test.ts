import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import { describeReviewStore } from './review-store.contract.ts';

describeReviewStore('SQLite', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
  const { conversations, reviews, close } = await openSqliteStorage({ folder, clock, exclusive: true });
  return {
    conversations, reviews,
    async close() {
      await close();
      await rm(folder, { recursive: true });
    },
  };
});
