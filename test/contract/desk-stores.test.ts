import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import type { Clock, Storage } from '../../src/ports.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { describeAttachmentStore } from './attachment-store.contract.ts';
import { describeAttemptStore } from './attempt-store.contract.ts';
import { describeDeskSettingsStore } from './desk-settings-store.contract.ts';
import { describeFactorStore } from './factor-store.contract.ts';
import { describeGoldenStore } from './golden-store.contract.ts';
import { describeHelpVoteStore } from './help-vote-store.contract.ts';
import { describeDocumentStore } from './document-store.contract.ts';
import { describeMacroStore } from './macro-store.contract.ts';
import { describePresenceStore } from './presence-store.contract.ts';
import { describeQuestionStore } from './question-store.contract.ts';
import { describeReadMarkStore } from './read-mark-store.contract.ts';
import { describeStretchStore } from './stretch-store.contract.ts';

const open = async (clock: Clock): Promise<Storage & { readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
  const storage = await openSqliteStorage({ folder, clock, exclusive: true });
  return {
    ...storage, folder,
    async close() {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
};

describeAttachmentStore('SQLite', open);
describeAttemptStore('SQLite', open);
describeDocumentStore('SQLite', open);
describeFactorStore('SQLite', open);
describeMacroStore('SQLite', open);
describePresenceStore('SQLite', open);
describeQuestionStore('SQLite', open);
describeReadMarkStore('SQLite', open);
describeStretchStore('SQLite', open);
describeGoldenStore('SQLite', open);
describeHelpVoteStore('SQLite', open);

describeDeskSettingsStore('SQLite', async (clock) => {
  const { folder, deskSettings, close } = await open(clock);
  const others: Storage[] = [];
  return {
    deskSettings,
    async openAnother() {
      const another = await openSqliteStorage({ folder, clock: systemClock, exclusive: false });
      others.push(another);
      return another.deskSettings;
    },
    async close() {
      for (const another of others) await another.close();
      await close();
    },
  };
});
