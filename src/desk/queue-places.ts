import { TEAMS, type Team } from '../domain/teams.ts';
import type { Urgency } from '../domain/urgencies.ts';
import type { Waiting } from '../domain/waiting.ts';
import type { EstimateTime } from '../conversation/estimate-wait.ts';
import type { ConversationStore, Doorbell, Logger } from '../ports.ts';

/** Places are looked up at most this often, however fast the queues move. */
const REFRESH_MS = 500;
/** Whether a team is staffed is asked this long after somebody came or went: the answer is kept for a second. */
const SETTLED_MS = 1_500;
/** So many are told before others are served. */
const SLICE = 500;

export interface QueuePlaces {
  /** Calls `onPlace` with the place in line and the time it takes, soon and whenever either changes, while the conversation waits. */
  watch(conversationId: string, onPlace: (waiting: Waiting) => void): () => void;
  stop(): void;
}

interface Place {
  readonly team: Team;
  readonly urgency: Urgency;
  readonly place: number;
}

interface Watcher {
  readonly conversationId: string;
  readonly onPlace: (waiting: Waiting) => void;
  last: (Place & Waiting) | undefined;
}

/** Keeps contacts who wait told of their place in line. One look at the queues serves all who watch. */
export function createQueuePlaces({ conversations, estimateTime, doorbell, logger }: {
  conversations: Pick<ConversationStore, 'listWaiting'>;
  estimateTime: EstimateTime;
  doorbell: Pick<Doorbell, 'onRing' | 'onGap' | 'onSignal'>;
  logger: Logger;
}): QueuePlaces {
  const watchers = new Set<Watcher>();
  let timer: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  let rang = false;
  /** Somebody came or went: it may take another time for those whose place is the same. */
  let staffMoved = false;
  const stopListening = doorbell.onRing(() => { schedule(); });
  const stopGaps = doorbell.onGap(() => { schedule(); });
  const stopSignals = doorbell.onSignal(({ type }) => {
    if (type !== 'presence') return;
    settling ??= setTimeout(() => {
      settling = undefined;
      staffMoved = true;
      schedule();
    }, SETTLED_MS);
  });

  function schedule(): void {
    rang = true;
    if (timer !== undefined || watchers.size === 0) return;
    rang = false;
    timer = setTimeout(() => { void refresh(); }, REFRESH_MS);
  }

  async function refresh(): Promise<void> {
    try {
      const all = staffMoved;
      staffMoved = false;
      const places = await readPlaces(conversations);
      for (const watcher of watchers) if (!places.has(watcher.conversationId)) watcher.last = undefined;
      for await (const [watcher, waiting] of estimateFor(whomToTell(watchers, places, all), estimateTime)) {
        if (watchers.has(watcher)) tell(watcher, waiting);
      }
    } catch (error) {
      logger.warn('places in line could not be read', { error: String(error) });
    } finally {
      // One look at a time; what rang meanwhile is looked at by the next.
      timer = undefined;
      if (rang) schedule();
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
      clearTimeout(settling);
      for (const stop of [stopListening, stopGaps, stopSignals]) stop();
    },
  };
}

async function readPlaces(conversations: Pick<ConversationStore, 'listWaiting'>): Promise<Map<string, Place>> {
  const queues = await Promise.all(TEAMS.map(async (team) => (await conversations.listWaiting(team)).map(({ id, urgency }, index) => [id, { team, urgency, place: index + 1 }] as const)));
  return new Map(queues.flat());
}

/** Those whose place is another than they were told; with `all`, everybody who waits. */
function whomToTell(watchers: ReadonlySet<Watcher>, places: ReadonlyMap<string, Place>, all: boolean): (readonly [Watcher, Place])[] {
  return [...watchers].flatMap((watcher) => {
    const now = places.get(watcher.conversationId);
    return now && (all || now.place !== watcher.last?.place || now.team !== watcher.last.team) ? [[watcher, now] as const] : [];
  });
}

/** How long it takes is looked up once for each team and urgency, however many wait there; between some the loop serves others. */
async function* estimateFor(asked: readonly (readonly [Watcher, Place])[], estimateTime: EstimateTime): AsyncGenerator<readonly [Watcher, Place & Waiting]> {
  const times = new Map<string, Awaited<ReturnType<EstimateTime>>>();
  for (const [index, [watcher, now]] of asked.entries()) {
    const key = `${now.team} ${now.urgency}`;
    const time = times.get(key) ?? await estimateTime(now.team, now.urgency);
    times.set(key, time);
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => { setImmediate(resolve); });
    yield [watcher, { ...now, ...time }];
  }
}

function tell(watcher: Watcher, now: Place & Waiting): void {
  const { last } = watcher;
  if (last?.team === now.team && last.place === now.place && last.minutes === now.minutes && last.staffed === now.staffed) return;
  watcher.last = now;
  watcher.onPlace({ place: now.place, minutes: now.minutes, staffed: now.staffed });
}
