import { browserNetwork, type Network } from './network.ts';
import { DEFAULT_RECONNECT_POLICY, reconnectDelay, type ReconnectPolicy } from './reconnect-policy.ts';
import { openWatchedSocket, type WatchedSocket } from './watched-socket.ts';

/**
 * `connecting` and `waiting` (for the next attempt) alternate until `open`; `open` means that the
 * server has said something, not only that the handshake went through. `closed` is for good.
 */
export type SocketStatus = 'connecting' | 'open' | 'waiting' | 'closed';

export interface ReconnectingSocketOptions {
  readonly url: string;
  /** The handshake is done: say hello here. Called for every connection. */
  readonly onConnect?: (send: (frame: object) => void) => void;
  /** A frame, parsed from JSON. What is not JSON is dropped. `pong` does not arrive here. */
  readonly onFrame: (frame: unknown) => void;
  /** `failures` counts attempts in a row that ended without a frame from the server. */
  readonly onStatus?: (status: SocketStatus, failures: number) => void;
  /** False for a close code after which trying again is pointless (signed out); then the status is `closed`. */
  readonly shouldReconnect?: (code: number) => boolean;
  readonly policy?: ReconnectPolicy;
  /** Silence after which a `ping` is sent, and how long the server may take to say anything at all, ms. */
  readonly pingEveryMs?: number;
  readonly deadAfterMs?: number;
  readonly network?: Network;
}

export interface ReconnectingSocket {
  /** False where there is no connection: keep the frame and send it from `onConnect`. `none` for a frame that the server does not answer. */
  send(frame: object, answer?: 'expected' | 'none'): boolean;
  /** Tries at once, forgetting the backoff; does nothing while connected. */
  reconnectNow(): void;
  /** Drops the connection, if any, and opens a new one: for a new identity. */
  restart(): void;
  /** For good. */
  close(): void;
}

/**
 * A WebSocket that comes back: backoff with jitter, an application-level ping that notices dead
 * connections (browsers do not tell), and an attempt at once when the network returns. It carries
 * frames and promises nothing about them; resuming is the hello's business, resending the outbox's.
 */
export function createReconnectingSocket(options: ReconnectingSocketOptions): ReconnectingSocket {
  const { url, onConnect, onFrame, onStatus, shouldReconnect = () => true, policy = DEFAULT_RECONNECT_POLICY } = options;
  const { pingEveryMs = 25_000, deadAfterMs = 10_000, network = browserNetwork } = options;
  let socket: WatchedSocket | undefined;
  let failures = 0;
  let status: SocketStatus | undefined;
  let cancelWait = (): void => {};
  const send: ReconnectingSocket['send'] = (frame, answer) => socket?.send(frame, answer) ?? false;
  const stopListening = network.onConnectivity((online) => { if (online) reconnectNow(); else socket?.drop(); });
  connect();

  function connect(): void {
    cancelWait();
    report('connecting');
    try {
      socket = openWatchedSocket({ url, network, pingEveryMs, deadAfterMs, onOpen: () => { onConnect?.(send); }, onMessage: received, onGone: lost });
    } catch {
      lost(0);
    }
  }

  function received(data: unknown): void {
    failures = 0;
    report('open');
    const frame = parse(data);
    if (frame !== undefined && frame.type !== 'pong') onFrame(frame);
  }

  function lost(code: number): void {
    socket = undefined;
    if (!shouldReconnect(code)) {
      close();
      return;
    }
    failures += 1;
    cancelWait();
    cancelWait = network.after(reconnectDelay(failures, network.random(), policy), connect);
    report('waiting');
  }

  function report(next: SocketStatus): void {
    if (next === status) return;
    status = next;
    onStatus?.(next, failures);
  }

  function reconnectNow(): void {
    if (socket || status === 'closed') return;
    failures = 0;
    connect();
  }

  function restart(): void {
    socket?.close();
    connect();
  }

  function close(): void {
    socket?.close();
    socket = undefined;
    cancelWait();
    stopListening();
    report('closed');
  }

  return { send, reconnectNow, restart, close };
}

function parse(data: unknown): { readonly type?: unknown } | undefined {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === 'object' && frame !== null ? frame : undefined;
  } catch {
    return undefined;
  }
}
