import { TEAMS } from '../domain/teams.ts';
import type { ConversationStore, Doorbell, Logger } from '../ports.ts';

/** Places are looked up at most this often, however fast the queues move. */
const REFRESH_MS = 500;

export interface QueuePlaces {
  /** Calls `onPlace` with the place in line (1 for the next) soon and whenever it changes, while the conversation waits. */
  watch(conversationId: string, onPlace: (place: number) => void): () => void;
  stop(): void;
}

interface Watcher {
  readonly conversationId: string;
  readonly onPlace: (place: number) => void;
  last: number | undefined;
}

/** Keeps contacts who wait told of their place in line. One look at the queues serves all who watch. */
export function createQueuePlaces({ conversations, doorbell, logger }: {
  conversations: Pick<ConversationStore, 'listWaiting'>;
  doorbell: Pick<Doorbell, 'onRing'>;
  logger: Logger;
}): QueuePlaces {
  const watchers = new Set<Watcher>();
  let timer: NodeJS.Timeout | undefined;
  const stopListening = doorbell.onRing(() => { schedule(); });

  function schedule(): void {
    if (timer !== undefined || watchers.size === 0) return;
    timer = setTimeout(() => { void refresh(); }, REFRESH_MS);
  }

  async function refresh(): Promise<void> {
    timer = undefined;
    try {
      const queues = await Promise.all(TEAMS.map((team) => conversations.listWaiting(team)));
      const places = new Map(queues.flatMap((ids) => ids.map((id, index) => [id, index + 1] as const)));
      for (const watcher of watchers) tell(watcher, places.get(watcher.conversationId));
    } catch (error) {
      logger.warn('places in line could not be read', { error: String(error) });
    }
  }

  return {
    watch(conversationId, onPlace) {
      const watcher: Watcher = { conversationId, onPlace, last: undefined };
      watchers.add(watcher);
      schedule();
      return () => { watchers.delete(watcher); };
    },
    stop() {
      clearTimeout(timer);
      stopListening();
    },
  };
}

function tell(watcher: Watcher, place: number | undefined): void {
  if (place !== undefined && place !== watcher.last) watcher.onPlace(place);
  watcher.last = place;
}
