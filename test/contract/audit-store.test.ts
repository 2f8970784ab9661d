import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import { describeAuditStore } from './audit-store.contract.ts';

describeAuditStore('SQLite', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
  const storage = await openSqliteStorage({ folder, clock, exclusive: true });
  const intruder = new DatabaseSync(join(folder, 'vigil.db'));
  return {
    audit: storage.audit,
    async tamper(statement) {
      await Promise.resolve();
      intruder.exec(statement === 'drop triggers' ? 'drop trigger audit_refuses_update; drop trigger audit_refuses_delete' : statement);
    },
    async close() {
      intruder.close();
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
});
