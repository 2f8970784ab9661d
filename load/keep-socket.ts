import WebSocket from 'ws';
import type { Choose } from './choose.ts';
import type { Shared } from './shared.ts';

/** A frame from the server; what is in it is read by whoever knows the kind. */
export interface Frame {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface KeptSocket {
  /** False where there is no line now: what is to be said is said again on opening. */
  send(frame: object): boolean;
  /** Cuts the line without a word; it is dialled anew. */
  drop(): void;
  close(): void;
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;
const HANDSHAKE_MS = 5_000;
/** A line is given up after so many pings to which nothing came back. */
const SILENT_PINGS = 3;
const CLOSE_MS = 1_000;

export interface KeptSocketOptions {
  readonly path: string;
  readonly headers: () => Record<string, string>;
  readonly onOpen: () => void;
  readonly onFrame: (frame: Frame) => void;
  /** For counting what happens to its connections. */
  readonly side: 'contact' | 'desk';
  readonly choose: Choose;
  readonly shared: Pick<Shared, 'urls' | 'measures' | 'pingMs'>;
}

/** A WebSocket that comes back by itself, after a random while and at another address where there are several. */
export function keepSocket({ path, headers, onOpen, onFrame, side, choose, shared }: KeptSocketOptions): KeptSocket {
  let socket: WebSocket | undefined;
  let closed = false;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  const isOpen = (): boolean => socket?.readyState === WebSocket.OPEN;

  function dial(): void {
    const fresh = new WebSocket(choose.pick(shared.urls).replace(/^http/, 'ws') + path, { headers: headers(), handshakeTimeout: HANDSHAKE_MS, perMessageDeflate: false });
    socket = fresh;
    fresh.on('open', onOpen);
    fresh.on('message', (data) => {
      if (closed || fresh !== socket) return;
      pings.heard();
      failures = 0;
      onFrame(JSON.parse((data as Buffer).toString('utf8')) as Frame);
    });
    fresh.on('error', () => undefined); // its close follows
    fresh.once('close', (code) => { if (fresh === socket) again(code); });
  }

  function again(code: number): void {
    socket = undefined;
    if (closed) return;
    shared.measures.count(`${side} socket closed: ${code}`);
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
    failures += 1;
    retry = setTimeout(dial, choose.between(most / 2, most));
  }

  const pings = startPings(shared.pingMs, {
    ping: () => { if (isOpen()) socket?.send('{"type":"ping"}'); },
    onSilent() {
      if (!isOpen()) return;
      shared.measures.count(`${side} socket given up: silent`);
      socket?.terminate();
    },
  });
  dial();
  return {
    send(frame) {
      if (!isOpen()) return false;
      socket?.send(JSON.stringify(frame));
      return true;
    },
    drop: () => { socket?.terminate(); },
    close() {
      closed = true;
      pings.stop();
      clearTimeout(retry);
      const last = socket;
      last?.close();
      // A server that is gone never answers a close.
      setTimeout(() => { last?.terminate(); }, CLOSE_MS).unref();
    },
  };
}

/** Tells when nothing was heard for too long. */
function startPings(everyMs: number, { ping, onSilent }: { ping: () => void; onSilent: () => void }): { heard(): void; stop(): void } {
  let silent = 0;
  const timer = setInterval(() => {
    if (silent >= SILENT_PINGS) {
      silent = 0;
      onSilent();
    } else {
      silent += 1;
      ping();
    }
  }, everyMs);
  return { heard: () => { silent = 0; }, stop: () => { clearInterval(timer); } };
}
