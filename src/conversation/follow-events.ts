import { viewFor, type Audience, type ConversationEvent } from '../domain/events.ts';
import type { ConversationStore, Doorbell, Logger } from '../ports.ts';

/** How many events are read at a time: at most half a megabyte, so that a slow line is never given more than it takes. */
const PAGE = 50;
/** What could not be read is tried again after this. */
const RETRY_MS = 1_000;

export interface Following {
  stop(): void;
}

export interface FollowOptions {
  readonly conversationId: string;
  /** The last `seq` that the reader has; 0 for none. */
  readonly after: number;
  readonly audience: Audience;
  /** Called with events in order, each exactly once; the next are read when it resolves. */
  readonly onEvents: (events: readonly ConversationEvent[]) => Promise<void> | void;
}

export interface EventFollower {
  /** First what is in the log, then what comes, without a gap between the two. */
  follow(options: FollowOptions): Following;
  /** Events after a cursor: at once where there are any, else those that come within `waitMs`, else none. */
  waitForEvents(options: Omit<FollowOptions, 'onEvents'> & { readonly waitMs: number; readonly signal: AbortSignal }): Promise<ConversationEvent[]>;
  stop(): void;
}

/** One live view of a log: a cursor, moved on by reading whenever the doorbell rings. */
interface Reader {
  cursor: number;
  reading: boolean;
  rungAgain: boolean;
  stopped: boolean;
  readonly options: FollowOptions;
}

/**
 * Live views of conversations. The doorbell only says "look": every event that a reader gets was read
 * from the log after its cursor, so that history, reconnecting and live updates are one mechanism.
 */
export function createEventFollower({ conversations, doorbell, logger }: {
  conversations: Pick<ConversationStore, 'read'>;
  doorbell: Pick<Doorbell, 'onRing' | 'onGap'>;
  logger: Logger;
}): EventFollower {
  const readers = new Map<string, Set<Reader>>();
  const lookAll = (some: Iterable<Reader>): void => { for (const reader of some) void readOn(reader); };
  const stops = [
    doorbell.onRing(({ conversationId }) => { lookAll(readers.get(conversationId) ?? []); }),
    doorbell.onGap(() => { for (const some of readers.values()) lookAll(some); }),
  ];

  async function readOn(reader: Reader): Promise<void> {
    if (reader.reading) {
      reader.rungAgain = true;
      return;
    }
    reader.reading = true;
    try {
      do {
        reader.rungAgain = false;
        await readToEnd(reader, conversations);
      } while (reader.rungAgain && !reader.stopped);
    } catch (error) {
      // No ring may come any more, and whoever waits would wait for good.
      setTimeout(() => { if (!reader.stopped) void readOn(reader); }, RETRY_MS).unref();
      logger.error('reading events failed', { conversationId: reader.options.conversationId, error: String(error) });
    } finally {
      reader.reading = false;
    }
  }

  function follow(options: FollowOptions): Following {
    const reader: Reader = { cursor: options.after, reading: false, rungAgain: false, stopped: false, options };
    const others = readers.get(options.conversationId) ?? new Set();
    readers.set(options.conversationId, others.add(reader));
    void readOn(reader);
    return {
      stop() {
        reader.stopped = true;
        others.delete(reader);
        if (others.size === 0 && readers.get(options.conversationId) === others) readers.delete(options.conversationId);
      },
    };
  }

  function waitForEvents({ waitMs, signal, ...options }: Parameters<EventFollower['waitForEvents']>[0]): Promise<ConversationEvent[]> {
    return new Promise((resolve) => {
      const finish = (events: readonly ConversationEvent[]): void => {
        following.stop();
        clearTimeout(timer);
        signal.removeEventListener('abort', give);
        resolve([...events]);
      };
      const give = (): void => { finish([]); };
      const timer = setTimeout(give, waitMs);
      signal.addEventListener('abort', give);
      const following = follow({ ...options, onEvents: finish });
    });
  }

  return { follow, waitForEvents, stop: () => { for (const stop of stops) stop(); } };
}

/** Gives the reader everything after its cursor. */
async function readToEnd(reader: Reader, conversations: Pick<ConversationStore, 'read'>): Promise<void> {
  const { conversationId, audience, onEvents } = reader.options;
  for (;;) {
    const events = await conversations.read(conversationId, reader.cursor, PAGE);
    if (reader.stopped || events.length === 0) return;
    reader.cursor = events.at(-1)?.seq ?? reader.cursor;
    const visible = events.flatMap((event) => viewFor(audience, event) ?? []);
    if (visible.length > 0) await onEvents(visible);
    if (events.length < PAGE) return;
  }
}
