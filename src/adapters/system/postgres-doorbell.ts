import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import pg from 'pg';
import type { Doorbell, Logger, Ring, Signal } from '../../ports.ts';
import { createLocalDoorbell } from './doorbell.ts';

const CHANNEL = 'vigil';
/** PostgreSQL takes 8000 bytes a notification, less one; what stands around the items is short. */
const MAX_BYTES = 7_500;
/** What happens within so many ms is sent together: a notification costs a transaction. */
const GATHER_MS = 2;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
/** A listener rings itself this often: a line that died without a word says nothing, as does one on which nobody rings. */
const BEAT_MS = 2_000;
/** Beats in a row that were not heard. Counted, not timed: a process that was paused has missed only one. */
const MOST_MISSED = 3;
const ANSWER_MS = 5_000;

type Item = { readonly ring: Ring } | { readonly signal: Signal };

export interface PostgresDoorbellOptions {
  readonly url: string;
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly logger: Logger;
  /** How often the listening line is tried, ms. */
  readonly beatMs?: number;
}

/**
 * The doorbell between processes, on LISTEN and NOTIFY. This process hears its own rings at once, the
 * others when the database passes them on. While the listening connection is away rings are lost, so
 * whoever listens is told of the gap when it is back.
 */
export async function openPostgresDoorbell({ url, pool, logger, beatMs = BEAT_MS }: PostgresDoorbellOptions): Promise<Doorbell> {
  const local = createLocalDoorbell();
  const from = randomUUID();
  const outgoing = createOutgoing((payload) => pool.query('select pg_notify($1, $2)', [CHANNEL, payload]), from, logger);
  const listening = await listen(url, {
    onPayload(payload) {
      const sent = JSON.parse(payload) as { from: string; items: Item[] };
      if (sent.from === from) return;
      for (const item of sent.items) {
        if ('ring' in item) local.ring(item.ring);
        else local.signal(item.signal);
      }
    },
    onBack: () => { local.tellGap(); },
    logger, beatMs,
  });
  return {
    ...local,
    ring(ring) {
      local.ring(ring);
      outgoing.add({ ring });
    },
    signal(signal) {
      local.signal(signal);
      outgoing.add({ signal });
    },
    async close() {
      await outgoing.flush();
      await listening.close();
    },
  };
}

/** Gathers what goes out, in order. What cannot be sent is lost, as on any doorbell. */
function createOutgoing(send: (payload: string) => Promise<unknown>, from: string, logger: Logger): { add(item: Item): void; flush(): Promise<void> } {
  let items: Item[] = [];
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const payloads = pack(items, from);
    items = [];
    for (const payload of payloads) {
      last = last.then(() => send(payload)).catch((error: unknown) => { logger.warn('other processes could not be told', { error: String(error) }); });
    }
    return last.then(() => undefined);
  }

  return {
    flush,
    add(item) {
      items.push(item);
      timer ??= setTimeout(() => { void flush(); }, GATHER_MS);
    },
  };
}

/** As few payloads as hold all; an item that is too long for one alone is left out: only pieces of answers are, and the answer follows. */
function pack(items: readonly Item[], from: string): string[] {
  const payloads: string[] = [];
  let texts: string[] = [];
  let bytes = 0;
  const close = (): void => {
    if (texts.length > 0) payloads.push(`{"from":"${from}","items":[${texts.join(',')}]}`);
    texts = [];
    bytes = 0;
  };
  const seen = new Set<string>();
  for (const item of items) {
    const text = JSON.stringify(item);
    const size = Buffer.byteLength(text) + 1;
    // One ring says all that many of one conversation say.
    if (size > MAX_BYTES || ('ring' in item && seen.has(text))) continue;
    seen.add(text);
    if (bytes + size > MAX_BYTES) close();
    texts.push(text);
    bytes += size;
  }
  close();
  return payloads;
}

interface Listening {
  close(): Promise<void>;
}

/** A connection of its own that listens, and comes back by itself. The first one must succeed. */
async function listen(url: string, { onPayload, onBack, logger, beatMs }: { onPayload: (payload: string) => void; onBack: () => void; logger: Logger; beatMs: number }): Promise<Listening> {
  let closed = false;
  let current: Line | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    let line: Line | undefined = undefined;
    line = await openLine(url, {
      onPayload, logger, beatMs,
      onEnd() {
        // One that never came about has rejected.
        if (line === undefined || current !== line) return;
        current = undefined;
        again(FIRST_RETRY_MS);
      },
    });
    if (closed) line.close();
    else if (line.isOpen()) current = line;
    else again(FIRST_RETRY_MS);
  }

  function again(waitMs: number): void {
    if (closed) return;
    timer = setTimeout(() => {
      connect().then(onBack, (error: unknown) => {
        logger.warn('the doorbell cannot connect', { error: String(error) });
        again(Math.min(2 * waitMs, LAST_RETRY_MS));
      });
    }, waitMs);
  }

  await connect();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      current?.close();
      return Promise.resolve();
    },
  };
}

interface Line {
  isOpen(): boolean;
  close(): void;
}

/** One connection; `onEnd` is called once it is of no use any more, however that came. */
async function openLine(url: string, { onPayload, onEnd, logger, beatMs }: { onPayload: (payload: string) => void; onEnd: () => void; logger: Logger; beatMs: number }): Promise<Line> {
  const own = `${CHANNEL} ${randomUUID()}`;
  const client = new pg.Client({ connectionString: url, application_name: 'vigil doorbell', keepAlive: true, connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS });
  let isOpen = true;
  let missed = 0;
  let ringing = false;
  let beat: NodeJS.Timeout | undefined;

  function ringOwn(): void {
    missed += 1;
    if (missed > MOST_MISSED) {
      logger.warn('the doorbell hears nothing and dials anew');
      close();
    } else if (!ringing) {
      ringing = true;
      client.query('select pg_notify($1, $2)', [own, '']).catch(() => undefined).finally(() => { ringing = false; });
    }
  }

  /** Without a farewell: on a dead line it would never be answered. */
  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(beat);
    (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
    onEnd();
  }

  client.on('notification', ({ channel, payload }) => {
    missed = 0;
    if (channel === CHANNEL && payload !== undefined) onPayload(payload);
  });
  client.on('error', (error) => { logger.warn('the doorbell lost its connection', { error: error.message }); });
  client.once('end', close);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}; listen "${own}"`);
    beat = setInterval(ringOwn, beatMs);
  } catch (error) {
    close();
    throw error;
  }
  return { isOpen: () => isOpen, close };
}
