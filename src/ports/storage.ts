import type { AgentStore } from './agents.ts';
import type { AttachmentStore } from './attachments.ts';
import type { ConversationStore } from './conversations.ts';
import type { LeaseStore } from './leases.ts';
import type { MacroStore } from './macros.ts';
import type { PresenceStore } from './presence.ts';
import type { ReadMarkStore } from './read-marks.ts';
import type { ConversationSearch } from './search.ts';
import type { DeskSettingsStore, SettingStore } from './settings.ts';
import type { ReviewStore, StretchStore } from './supervision.ts';

export interface Storage {
  readonly leases: LeaseStore;
  readonly search: ConversationSearch;
  readonly conversations: ConversationStore;
  readonly stretches: StretchStore;
  readonly reviews: ReviewStore;
  readonly readMarks: ReadMarkStore;
  readonly agents: AgentStore;
  readonly settings: SettingStore;
  readonly deskSettings: DeskSettingsStore;
  readonly presence: PresenceStore;
  readonly macros: MacroStore;
  readonly attachments: AttachmentStore;
  close(): Promise<void>;
}
