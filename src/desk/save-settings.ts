import type { Conversation } from '../domain/conversation.ts';
import type { DeskSettings } from '../domain/desk-settings.ts';
import { AppError } from '../domain/errors.ts';
import type { Redact } from '../domain/secrets.ts';
import type { ConversationStore, DeskSettingsStore, Doorbell, Logger, VersionedSettings } from '../ports.ts';

/** So many conversations are rewound in one transaction, so that whoever writes meanwhile hardly waits. */
const BATCH = 50;

export interface SettingsSaver {
  /** `'conflict'` where somebody saved after that version was read. Clocks follow in the background. */
  save(settings: DeskSettings, version: number): Promise<VersionedSettings | 'conflict'>;
  /** Runs all clocks by the settings as they are: a crash may have cut that off. */
  catchUp(): void;
  /** Resolves when all clocks run by what was saved last. */
  settled(): Promise<void>;
  stop(): void;
}

/**
 * Saves the desk's settings and has every clock run by them. What is saved counts for new events at
 * once; conversations that wait already are rewound in batches, and desks are told of those whose
 * deadlines moved.
 */
export function createSettingsSaver({ deskSettings, conversations, doorbell, redact, logger }: {
  deskSettings: DeskSettingsStore;
  conversations: Pick<ConversationStore, 'listClocked' | 'rewind' | 'getMany'>;
  doorbell: Pick<Doorbell, 'ring' | 'signal' | 'onSignal' | 'onGap'>;
  redact: Redact;
  logger: Logger;
}): SettingsSaver {
  let rewinding: Promise<void> | undefined;
  let wanted = 0;

  async function rewindAll(): Promise<void> {
    for (let done = 0; done < wanted;) {
      done = wanted;
      const ids = await conversations.listClocked();
      // Settings that are saved meanwhile begin anew: these are not the last.
      for (let start = 0; start < ids.length && done === wanted; start += BATCH) await rewindBatch(ids.slice(start, start + BATCH));
    }
  }

  async function rewindBatch(ids: readonly string[]): Promise<void> {
    const before = new Map((await conversations.getMany(ids)).map((one) => [one.id, one]));
    await conversations.rewind(ids);
    for (const after of await conversations.getMany(ids)) if (deadlinesMoved(before.get(after.id), after)) doorbell.ring({ conversationId: after.id, contactId: after.contactId });
  }

  function startRewinding(): void {
    wanted += 1;
    rewinding ??= rewindAll()
      .catch((error: unknown) => { logger.error('the clocks could not be run by the new settings', { error: String(error) }); })
      .finally(() => { rewinding = undefined; });
  }

  // Another process may have saved.
  const readAgain = (): void => { deskSettings.refresh().catch((error: unknown) => { logger.error('the settings could not be read', { error: String(error) }); }); };
  const stops = [doorbell.onSignal(({ type }) => { if (type === 'configuration') readAgain(); }), doorbell.onGap(readAgain)];

  return {
    async save(settings, version) {
      refuseSecrets(settings, redact);
      const before = deskSettings.current().settings;
      const saved = await deskSettings.save(settings, version);
      if (saved === 'conflict') return saved;
      logger.info('the settings of the desk were saved', { version: saved.version });
      doorbell.signal({ type: 'configuration' });
      if (JSON.stringify(clocksOf(before)) !== JSON.stringify(clocksOf(saved.settings))) startRewinding();
      return saved;
    },
    settled: async () => { await rewinding; },
    catchUp: startRewinding,
    stop: () => { for (const stop of stops) stop(); },
  };
}

/** What clocks and timers go by. */
function clocksOf({ teams, warnShare, followUpHours, settleHours }: DeskSettings): unknown {
  return [Object.values(teams).map(({ calendar, sla }) => [calendar, sla]), warnShare, followUpHours, settleHours];
}

function deadlinesMoved(before: Conversation | undefined, after: Conversation): boolean {
  return JSON.stringify([before?.sla.dueAt, before?.sla.warnAt]) !== JSON.stringify([after.sla.dueAt, after.sla.warnAt]);
}

function refuseSecrets({ rubric }: DeskSettings, redact: Redact): void {
  const index = rubric.findIndex(({ label }) => redact(label).text !== label);
  if (index >= 0) throw new AppError('invalid-input', `rubric.${index}.label: expected a criterion, not a secret`, { field: `rubric.${index}.label` });
}
