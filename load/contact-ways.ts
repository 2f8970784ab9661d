import type { Choose } from './choose.ts';
import { keepSocket, type Frame } from './keep-socket.ts';
import type { WireEvent } from './ledger.ts';
import { wait, type Shared } from './shared.ts';

export interface Ack { readonly id: string; readonly conversationId: string; readonly seq: number }
export interface Refusal { readonly code: string; readonly retryAfter?: number | undefined }

/** What a contact's client keeps, and what it wants to hear, whichever way it talks. */
export interface Ends {
  readonly kept: { token: string | undefined; conversationId: string | null };
  cursor(): number;
  /** From now on something can be sent: what waits is. */
  onReady(): void;
  onAck(ack: Ack): void;
  onRefusal(id: string, refusal: Refusal): void;
  onEvents(events: readonly WireEvent[]): void;
}

/** A contact's connection: a socket, or requests where sockets are blocked. */
export interface Way {
  readonly kind: 'socket' | 'requests';
  /** Sends, if it can now; whoever asks looks after sending again. */
  transmit(id: string, body: object): void;
  /** The contact is in another conversation now. */
  moved(): void;
  drop(): void;
  close(): void;
}

export function openSocketWay(ends: Ends, choose: Choose, shared: Shared): Way {
  function onFrame(frame: Frame): void {
    switch (frame.type) {
      case 'welcome':
        ends.kept.token = String(frame['token']);
        ends.onReady();
        return;
      case 'ack': ends.onAck(frame as unknown as Ack); return;
      case 'events': ends.onEvents(frame['events'] as WireEvent[]); return;
      case 'error': if (typeof frame['id'] === 'string') ends.onRefusal(frame['id'], frame as unknown as Refusal);
    }
  }

  const socket = keepSocket({
    path: '/ws/contact', headers: () => ({}), side: 'contact', choose, shared, onFrame,
    onOpen() {
      const { token, conversationId } = ends.kept;
      socket.send({ type: 'hello', token: token ?? null, ...(conversationId !== null && { conversationId, cursor: ends.cursor() }) });
    },
  });
  return {
    kind: 'socket',
    transmit: (id, body) => { if (ends.kept.token !== undefined) socket.send({ type: 'message.send', id, ...body }); },
    moved: () => undefined,
    drop: socket.drop,
    close: socket.close,
  };
}

/** How long a request for events is held, and how long any may take. */
const HOLD_MS = 5_000;
const REQUEST_MS = 10_000;

export function openRequestWay(ends: Ends, choose: Choose, shared: Shared): Way {
  let polling = new AbortController();
  let closed = false;

  async function request(method: 'GET' | 'POST', path: string, { body, signal }: { body?: object; signal?: AbortSignal } = {}): Promise<unknown> {
    const { token } = ends.kept;
    const response = await fetch(choose.pick(shared.urls) + path, {
      method, signal: AbortSignal.any([AbortSignal.timeout(REQUEST_MS), ...(signal ? [signal] : [])]),
      headers: { ...(body && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.json() as { error?: object };
    if (answer.error) throw Object.assign(new Error('refused'), { refusal: answer.error });
    return answer;
  }

  async function poll(control: AbortController): Promise<void> {
    while (!closed && polling === control) {
      try {
        if (ends.kept.token === undefined) {
          const { token } = await request('POST', '/api/contact/session') as { token: string };
          // A socket may have been opened meanwhile, and has told who the contact is.
          ends.kept.token ??= token;
          ends.onReady();
        }
        const { conversationId } = ends.kept;
        if (conversationId === null) return;
        const { events } = await request('GET', `/api/contact/conversations/${conversationId}/events?after=${ends.cursor()}&waitMs=${HOLD_MS}`, { signal: control.signal }) as { events: WireEvent[] };
        ends.onEvents(events);
      } catch {
        if (polling === control) await wait(choose.between(200, 500));
      }
    }
  }

  function again(): void {
    polling.abort();
    polling = new AbortController();
    void poll(polling);
  }

  again();
  return {
    kind: 'requests',
    transmit(id, body) {
      if (ends.kept.token === undefined) return;
      request('POST', '/api/contact/messages', { body: { id, ...body } }).then((ack) => { ends.onAck(ack as Ack); }, (error: unknown) => {
        const { refusal } = error as { refusal?: Refusal };
        if (refusal) ends.onRefusal(id, refusal);
        else shared.measures.count('contact: no answer');
      });
    },
    // A request that is held for another conversation would hear of nothing.
    moved: again,
    drop: again,
    close() {
      closed = true;
      polling.abort();
    },
  };
}
