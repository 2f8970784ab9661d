import type { Clock, DocumentStore, Draft, Logger } from '../../ports.ts';
import type { Publisher } from './publisher.ts';

const EVERY_MS = 5_000;

export interface Schedule {
  /** Publishes now what is due. */
  run(): Promise<void>;
  stop(): void;
}

/**
 * Publishes scheduled drafts when they are due: what is due at the same moment goes out together, or
 * not at all. What cannot be published any more is a draft again and says why.
 */
export function startSchedule({ documents, publisher, isLeader, clock, logger }: {
  documents: Pick<DocumentStore, 'listDueDrafts' | 'saveDraft'>;
  publisher: Pick<Publisher, 'release'>;
  /** Whether this process looks after what only one of several should. */
  isLeader: () => boolean;
  clock: Clock;
  logger: Logger;
}): Schedule {
  async function publishTogether(drafts: readonly Draft[]): Promise<void> {
    const [first] = drafts;
    if (!first) return;
    const outcome = await publisher.release({
      kind: 'schedule', editor: first.editor, note: '', reason: null, asksGolden: true,
      changes: drafts.map(({ path, text, base, version }) => ({ path, text, from: base, draftVersion: version })),
    });
    if (outcome.state === 'published') return;
    const returned = { conflict: 'conflict', refused: 'problems', 'needs-reason': 'golden' } as const;
    logger.warn('what was scheduled could not be published', { reason: outcome.state, documents: drafts.map(({ path }) => path) });
    // Whoever changes one meanwhile has it as a draft already.
    for (const draft of drafts) await documents.saveDraft({ ...draft, state: 'draft', publishAt: null, returned: returned[outcome.state] });
  }

  async function run(): Promise<void> {
    const due = await documents.listDueDrafts(clock.now());
    for (const drafts of Map.groupBy(due, ({ publishAt }) => publishAt).values()) await publishTogether(drafts);
  }

  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (!isLeader()) return;
    running ??= run().catch((error: unknown) => { logger.error('what was scheduled could not be looked through', { error: String(error) }); }).finally(() => { running = undefined; });
  }, EVERY_MS);
  return { run, stop() { clearInterval(timer); } };
}
