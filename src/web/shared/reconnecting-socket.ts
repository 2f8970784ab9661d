import { browserNetwork, type Network, type SocketLike } from './network.ts';
import { DEFAULT_RECONNECT_POLICY, reconnectDelay, type ReconnectPolicy } from './reconnect-policy.ts';

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
  /** False where there is no connection: keep the frame and send it from `onConnect`. */
  send(frame: object): boolean;
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
  let socket: SocketLike | undefined;
  let failures = 0;
  let cancelTimer = (): void => {};
  let cancelWatch = (): void => {};
  let status: SocketStatus | undefined;
  const stopListening = network.onConnectivity((online) => {
    if (online) reconnectNow();
    else if (socket) drop(4000);
  });
  connect();

  function connect(): void {
    cancelTimer();
    report('connecting');
    let opened: SocketLike;
    try {
      opened = network.openSocket(url);
    } catch {
      lost(undefined, 0);
      return;
    }
    socket = opened;
    // A handshake that hangs (captive portal, proxy) is a failure too.
    expectFrame();
    opened.onopen = () => { if (socket === opened) onConnect?.(send); };
    opened.onmessage = ({ data }) => { if (socket === opened) received(data); };
    opened.onclose = ({ code }) => { lost(opened, code); };
  }

  function received(data: unknown): void {
    failures = 0;
    cancelWatch();
    cancelWatch = network.after(pingEveryMs, () => { send({ type: 'ping' }); });
    report('open');
    const frame = parse(data);
    if (frame !== undefined && frame.type !== 'pong') onFrame(frame);
  }

  /** From now on the server must say something within `deadAfterMs`. */
  function expectFrame(): void {
    cancelWatch();
    cancelWatch = network.after(deadAfterMs, () => { drop(4000); });
  }

  /** A dead connection may take minutes to report its own close, so it is not waited for. */
  function drop(code: number): void {
    const dropped = socket;
    lost(dropped, code);
    dropped?.close();
  }

  function lost(which: SocketLike | undefined, code: number): void {
    if (which !== socket) return;
    socket = undefined;
    cancelWatch();
    if (!shouldReconnect(code)) {
      close();
      return;
    }
    failures += 1;
    cancelTimer();
    cancelTimer = network.after(reconnectDelay(failures, network.random(), policy), connect);
    report('waiting');
  }

  function send(frame: object): boolean {
    if (socket?.readyState !== 1) return false;
    socket.send(JSON.stringify(frame));
    expectFrame();
    return true;
  }

  function reconnectNow(): void {
    if (socket) return;
    failures = 0;
    connect();
  }

  function restart(): void {
    const dropped = socket;
    socket = undefined;
    dropped?.close();
    connect();
  }

  function close(): void {
    const dropped = socket;
    socket = undefined;
    cancelTimer();
    cancelWatch();
    stopListening();
    dropped?.close();
    report('closed');
  }

  function report(next: SocketStatus): void {
    if (next === status) return;
    status = next;
    onStatus?.(next, failures);
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
