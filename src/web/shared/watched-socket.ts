import type { Network, SocketLike } from './network.ts';

export interface WatchedSocketOptions {
  readonly url: string;
  readonly network: Network;
  /** Silence after which a `ping` is sent, and how long the server may take to say anything at all, ms. */
  readonly pingEveryMs: number;
  readonly deadAfterMs: number;
  readonly onOpen: () => void;
  /** A message from the server, not parsed. */
  readonly onMessage: (data: unknown) => void;
  /** Once, unless it was closed from here. */
  readonly onGone: (code: number) => void;
}

export interface WatchedSocket {
  /** False where it is not open. A frame that the server does not answer says so, lest the silence after it is taken for death. */
  send(frame: object, answer?: 'expected' | 'none'): boolean;
  /** Lets go without `onGone`. */
  close(): void;
  /** Lets go with `onGone`, at once: a dead connection may take minutes to report its own close. */
  drop(): void;
}

/** Close code for what was found dead here. */
const FOUND_DEAD = 4000;

/**
 * One WebSocket that notices its death: browsers do not tell, so silence is broken by a ping, and
 * whatever is sent must be followed by something from the server. A handshake that hangs (captive
 * portal, proxy) is dead too. Throws where the browser refuses to open it.
 */
export function openWatchedSocket({ url, network, pingEveryMs, deadAfterMs, onOpen, onMessage, onGone }: WatchedSocketOptions): WatchedSocket {
  const socket: SocketLike = network.openSocket(url);
  let alive = true;
  let cancelWatch = (): void => {};
  const watch = (ms: number, callback: () => void): void => {
    cancelWatch();
    cancelWatch = network.after(ms, callback);
  };
  const expectAnswer = (): void => { watch(deadAfterMs, drop); };

  socket.onopen = () => { if (alive) onOpen(); };
  socket.onmessage = ({ data }) => {
    if (!alive) return;
    watch(pingEveryMs, () => { send({ type: 'ping' }); });
    onMessage(data);
  };
  socket.onclose = ({ code }) => { end(code); };
  expectAnswer();

  function send(frame: object, answer: 'expected' | 'none' = 'expected'): boolean {
    if (!alive || socket.readyState !== 1) return false;
    socket.send(JSON.stringify(frame));
    if (answer === 'expected') expectAnswer();
    return true;
  }

  function close(): void {
    alive = false;
    cancelWatch();
    socket.close();
  }

  function end(code: number): void {
    if (!alive) return;
    close();
    onGone(code);
  }

  function drop(): void {
    end(FOUND_DEAD);
  }

  return { send, close, drop };
}
