import { TEAMS } from '../domain/teams.ts';
import type { Waiting } from '../domain/waiting.ts';
import type { EstimateWait } from '../conversation/estimate-wait.ts';
import type { ConversationStore, Doorbell, Logger } from '../ports.ts';

/** Places are looked up at most this often, however fast the queues move. */
const REFRESH_MS = 500;

export interface QueuePlaces {
  /** Calls `onPlace` with the place in line and the time it takes, soon and whenever the place changes, while the conversation waits. */
  watch(conversationId: string, onPlace: (waiting: Waiting) => void): () => void;
  stop(): void;
}

interface Watcher {
  readonly conversationId: string;
  readonly onPlace: (waiting: Waiting) => void;
  last: number | undefined;
}

/** Keeps contacts who wait told of their place in line. One look at the queues serves all who watch. */
export function createQueuePlaces({ conversations, estimateWait, doorbell, logger }: {
  conversations: Pick<ConversationStore, 'listWaiting' | 'getMany'>;
  estimateWait: EstimateWait;
  doorbell: Pick<Doorbell, 'onRing'>;
  logger: Logger;
}): QueuePlaces {
  const watchers = new Set<Watcher>();
  let timer: NodeJS.Timeout | undefined;
  let rang = false;
  const stopListening = doorbell.onRing(() => { schedule(); });

  function schedule(): void {
    rang = true;
    if (timer !== undefined || watchers.size === 0) return;
    rang = false;
    timer = setTimeout(() => { void refresh(); }, REFRESH_MS);
  }

  async function refresh(): Promise<void> {
    try {
      const queues = await Promise.all(TEAMS.map((team) => conversations.listWaiting(team)));
      const places = new Map(queues.flatMap((ids) => ids.map((id, index) => [id, index + 1] as const)));
      await tellAll(places);
    } catch (error) {
      logger.warn('places in line could not be read', { error: String(error) });
    } finally {
      // One look at a time; what rang meanwhile is looked at by the next.
      timer = undefined;
      if (rang) schedule();
    }
  }

  /** How long it takes is looked up only for those whose place changed. */
  async function tellAll(places: ReadonlyMap<string, number>): Promise<void> {
    const moved = [...watchers].filter(({ conversationId, last }) => places.has(conversationId) && places.get(conversationId) !== last);
    for (const watcher of watchers) if (!places.has(watcher.conversationId)) watcher.last = undefined;
    const waiting = await conversations.getMany([...new Set(moved.map(({ conversationId }) => conversationId))]);
    const estimates = new Map(await Promise.all(waiting.map(async (one) => [one.id, await estimateWait(one)] as const)));
    for (const watcher of moved) {
      if (!watchers.has(watcher)) continue;
      watcher.last = places.get(watcher.conversationId)!;
      const { minutes = null, staffed = true } = estimates.get(watcher.conversationId) ?? {};
      watcher.onPlace({ place: watcher.last, minutes, staffed });
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
