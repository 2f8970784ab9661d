import type { Conversation } from '../domain/conversation.ts';
import type { ConversationStore, Doorbell, Logger } from '../ports.ts';

/** Changes are gathered this long, so that a busy conversation is read and sent once. */
const GATHER_MS = 25;
/** How many conversations one read asks for. */
const BATCH = 400;
/** What could not be told is tried again after this. */
const RETRY_MS = 1_000;

export interface DeskFeed {
  /** Called with the newest state of every conversation that changed. */
  onChange(listener: (changed: readonly Conversation[]) => void): () => void;
  stop(): void;
}

/** Tells desks which conversations changed: states, not events, so that a missed one is made good by the next. */
export function createDeskFeed({ conversations, doorbell, logger }: {
  conversations: Pick<ConversationStore, 'getMany'>;
  doorbell: Pick<Doorbell, 'onRing'>;
  logger: Logger;
}): DeskFeed {
  const listeners = new Set<(changed: readonly Conversation[]) => void>();
  const changedIds = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const stopListening = doorbell.onRing(({ conversationId }) => {
    if (listeners.size === 0) return;
    changedIds.add(conversationId);
    timer ??= setTimeout(() => { void flush(); }, GATHER_MS);
  });

  async function flush(): Promise<void> {
    timer = undefined;
    const ids = [...changedIds];
    changedIds.clear();
    try {
      for (let start = 0; start < ids.length; start += BATCH) {
        const changed = await conversations.getMany(ids.slice(start, start + BATCH));
        for (const listener of listeners) listener(changed);
      }
    } catch (error) {
      logger.error('the desk could not be told of changes', { error: String(error) });
      for (const id of ids) changedIds.add(id);
      timer ??= setTimeout(() => { void flush(); }, RETRY_MS);
    }
  }

  return {
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    stop() {
      clearTimeout(timer);
      stopListening();
    },
  };
}
