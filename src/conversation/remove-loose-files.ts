import { LOOSE_FILE_MS } from '../domain/files.ts';
import type { AttachmentStore, Clock, Logger } from '../ports.ts';

const EVERY_MS = 60 * 60 * 1000;

export interface LooseFiles {
  /** Removes now what nobody came to send. */
  remove(): Promise<void>;
  stop(): void;
}

/** Looks once an hour, and at the start, for files that no message carried for a day. */
export function startRemovingLooseFiles({ attachments, clock, logger }: {
  attachments: Pick<AttachmentStore, 'removeLoose'>;
  clock: Clock;
  logger: Logger;
}): LooseFiles {
  async function remove(): Promise<void> {
    try {
      const count = await attachments.removeLoose(clock.now() - LOOSE_FILE_MS);
      if (count > 0) logger.info('files that nobody sent are removed', { files: count });
    } catch (error) {
      logger.error('files that nobody sent could not be removed', { error: String(error) });
    }
  }
  const timer = setInterval(() => { void remove(); }, EVERY_MS);
  void remove();
  return { remove, stop() { clearInterval(timer); } };
}
