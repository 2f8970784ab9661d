import { randomUUID } from 'node:crypto';
import type { Choose } from './choose.ts';
import { openRequestWay, openSocketWay, type Ack, type Ends, type Refusal, type Way } from './contact-ways.ts';
import { createEventViews } from './event-views.ts';
import type { WireEvent } from './ledger.ts';
import type { Shared } from './shared.ts';

export interface Outgoing {
  readonly text: string;
  readonly locale: string;
  readonly wish?: 'person';
  /** Begins a conversation, though there is one. */
  readonly anew?: boolean;
}

/** A contact's client that does what docs/protocol.md asks: keeps its token and cursor, and sends again until it has the acknowledgement. */
export interface ContactLine {
  readonly name: string;
  readonly token: string | undefined;
  readonly conversationId: string | null;
  /** Resolves with the acknowledgement, or with `refused` where the server will not have it; not at all while nobody answers. */
  send(message: Outgoing): Promise<'acknowledged' | 'refused'>;
  /** From now on by requests instead of a socket, or the other way round. */
  use(kind: Way['kind']): void;
  /** Loses the connection. */
  drop(): void;
  hasSeen(conversationId: string, seq: number): boolean;
  /** True while something waits for its acknowledgement. */
  isSending(): boolean;
  close(): void;
}

export function openContactLine(name: string, choose: Choose, shared: Shared): ContactLine {
  const { ledger } = shared;
  const views = createEventViews(name, ledger);
  const answers = createAnswerTimes(shared);
  const kept: Ends['kept'] = { token: undefined, conversationId: null };
  const outbox = createOutbox(choose, shared, (id, body) => { way.transmit(id, body); });
  let order = 0;

  const ends: Ends = {
    kept,
    cursor: () => (kept.conversationId === null ? 0 : views.cursorOf(kept.conversationId)),
    onReady: outbox.transmit,
    onRefusal: outbox.refuse,
    onEvents: (events) => { for (const event of events) if (views.take(event)) answers.note(event); },
    onAck(ack) {
      const place = outbox.acknowledge(ack);
      if (place === undefined) return;
      const isElsewhere = kept.conversationId !== ack.conversationId;
      kept.conversationId = ack.conversationId;
      if (isElsewhere) way.moved();
      ledger.acknowledge({ ...ack, sender: name, order: place });
    },
  };
  let way = openSocketWay(ends, choose, shared);

  return {
    name,
    get token() { return kept.token; },
    get conversationId() { return kept.conversationId; },
    use(kind) {
      if (kind === way.kind) return;
      way.close();
      way = kind === 'socket' ? openSocketWay(ends, choose, shared) : openRequestWay(ends, choose, shared);
    },
    drop: () => { way.drop(); },
    hasSeen: views.has,
    isSending: outbox.isFull,
    send: ({ text, locale, wish, anew }) => outbox.put(order++, { conversationId: anew === true ? null : kept.conversationId, text, locale, ...(wish && { wish }) }),
    close() {
      outbox.close();
      way.close();
    },
  };
}

interface Pending {
  readonly id: string;
  readonly body: object;
  readonly order: number;
  readonly settle: (outcome: 'acknowledged' | 'refused') => void;
  readonly begun: number;
}

interface Outbox {
  put(order: number, body: object): Promise<'acknowledged' | 'refused'>;
  transmit(): void;
  /** The place of what was acknowledged among all that was sent; undefined where that was known. */
  acknowledge(ack: Ack): number | undefined;
  refuse(id: string, refusal: Refusal): void;
  isFull(): boolean;
  close(): void;
}

/** The same is sent again when nothing came back for so long. */
const RESEND_MS = 4_000;
const MAY_PASS = ['unavailable', 'too-many-requests', 'internal'];

/** One message at a time, sent with the same id until it is acknowledged. */
function createOutbox(choose: Choose, { measures, sentAt }: Shared, send: (id: string, body: object) => void): Outbox {
  let pending: Pending | undefined;
  let timer: NodeJS.Timeout | undefined;

  function again(afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(transmit, afterMs);
  }

  function transmit(): void {
    if (!pending) return;
    again(RESEND_MS);
    send(pending.id, pending.body);
  }

  function finish(outcome: 'acknowledged' | 'refused'): void {
    const done = pending;
    pending = undefined;
    clearTimeout(timer);
    done?.settle(outcome);
  }

  return {
    transmit,
    isFull: () => pending !== undefined,
    close: () => { clearTimeout(timer); },
    put: (order, body) => new Promise((settle) => {
      const id = randomUUID();
      pending = { id, order, body, settle, begun: performance.now() };
      sentAt.set(id, pending.begun);
      transmit();
    }),
    acknowledge({ id }) {
      if (pending?.id !== id) return undefined;
      const { order, begun } = pending;
      measures.time('ack', performance.now() - begun);
      // Whoever waits goes on only after the acknowledgement was noted.
      queueMicrotask(() => { finish('acknowledged'); });
      return order;
    },
    refuse(id, { code, retryAfter }) {
      if (pending?.id !== id) return;
      measures.count(retryAfter === undefined ? `contact: ${code}` : `contact: busy (${code})`);
      if (!MAY_PASS.includes(code)) finish('refused');
      else again(retryAfter === undefined ? choose.between(200, 500) : retryAfter * 1000 * choose.between(1, 1.5));
    },
  };
}

/** From sending to the assistant's answer. */
function createAnswerTimes({ sentAt, measures }: Shared): { note(event: WireEvent): void } {
  const asked = new Map<string, number>();
  return {
    note({ type, conversationId, seq, data }) {
      if (type === 'message.received') {
        const begun = sentAt.get(String(data['clientMessageId']));
        if (begun !== undefined) asked.set(`${conversationId} ${seq}`, begun);
      } else if (type === 'message.sent' && typeof data['ofSeq'] === 'number') {
        const key = `${conversationId} ${data['ofSeq']}`;
        const begun = asked.get(key);
        if (begun !== undefined) measures.time('answer', performance.now() - begun);
        asked.delete(key);
      }
    },
  };
}
