import type { Clock, Storage } from '../../ports.ts';
import { createAgentStore } from './agents.ts';
import { createAuditStore } from './audit.ts';
import { createAttachmentStore } from './attachments.ts';
import { createAttemptStore } from './attempts.ts';
import { createConversationStore } from './conversations.ts';
import type { Database } from './database.ts';
import { openDeskSettings } from './desk-settings.ts';
import { createDocumentStore } from './documents.ts';
import { createImageStore } from './images.ts';
import { createFactorStore } from './factors.ts';
import { createGoldenStore } from './golden.ts';
import { createHelpVoteStore } from './help-votes.ts';
import { createLeaseStore } from './leases.ts';
import { createMacroStore } from './macros.ts';
import { createPresenceStore } from './presence.ts';
import { createQuestionStore } from './questions.ts';
import { createReadMarkStore } from './read-marks.ts';
import { createReviewStore } from './reviews.ts';
import { createConversationSearch } from './search.ts';
import { createSessionStore } from './sessions.ts';
import { createSettingStore } from './settings.ts';
import { createStretchStore } from './stretches.ts';

/** Every store on one database, whichever it is. @param closeMore what is to be let go after the database. */
export async function openStores(database: Database, clock: Clock, closeMore: () => void): Promise<Storage> {
  const deskSettings = await openDeskSettings(database);
  return {
    audit: createAuditStore(database, clock),
    leases: createLeaseStore(database),
    conversations: createConversationStore(database, clock, () => deskSettings.current().settings),
    search: createConversationSearch(database),
    stretches: createStretchStore(database),
    reviews: createReviewStore(database),
    readMarks: createReadMarkStore(database),
    agents: createAgentStore(database),
    settings: createSettingStore(database),
    deskSettings,
    presence: createPresenceStore(database, clock),
    macros: createMacroStore(database, clock),
    attachments: createAttachmentStore(database, clock),
    attempts: createAttemptStore(database, clock),
    sessions: createSessionStore(database, clock),
    factors: createFactorStore(database, clock),
    golden: createGoldenStore(database),
    helpVotes: createHelpVoteStore(database),
    questions: createQuestionStore(database),
    documents: createDocumentStore(database, clock),
    images: createImageStore(database, clock),
    async close() {
      await database.close();
      closeMore();
    },
  };
}
