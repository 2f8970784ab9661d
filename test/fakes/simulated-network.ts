import type { Network, SocketLike } from '../../src/web/shared/network.ts';

/** A socket of the simulation: the test plays the server. */
export interface SimulatedSocket extends SocketLike {
  readonly url: string;
  readonly sent: readonly { readonly type: string }[];
  open(): void;
  say(frame: object | string): void;
  /** The connection is gone, and the client is told. */
  lose(code?: number): void;
}

export interface SimulatedNetwork extends Network {
  /** Every socket that was ever opened, the latest last. */
  readonly sockets: readonly SimulatedSocket[];
  latest(): SimulatedSocket;
  /** Lets time pass; what comes due is called in order. */
  advance(ms: number): void;
  setOnline(online: boolean): void;
}

/** The world of a reconnecting client without time, chance or cables, for tests. */
export function createSimulatedNetwork(): SimulatedNetwork {
  const sockets: SimulatedSocket[] = [];
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const listeners = new Set<(online: boolean) => void>();
  let now = 0;

  return {
    sockets,
    latest() {
      const latest = sockets.at(-1);
      if (!latest) throw new Error('no socket was opened');
      return latest;
    },
    openSocket(url) {
      const socket = createSimulatedSocket(url);
      sockets.push(socket);
      return socket;
    },
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => { timers.delete(timer); };
    },
    random: () => 0,
    onConnectivity(callback) {
      listeners.add(callback);
      return () => { listeners.delete(callback); };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.callback();
      }
      now = end;
    },
    setOnline(online) {
      for (const listener of listeners) listener(online);
    },
  };
}

function createSimulatedSocket(url: string): SimulatedSocket {
  const sent: { type: string }[] = [];
  let readyState = 0;
  const socket: SimulatedSocket = {
    url, sent, onopen: null, onmessage: null, onclose: null,
    get readyState() { return readyState; },
    send(text) { sent.push(JSON.parse(text) as { type: string }); },
    close() { readyState = 3; },
    open() {
      readyState = 1;
      socket.onopen?.();
    },
    say(frame) { socket.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) }); },
    lose(code = 1006) {
      readyState = 3;
      socket.onclose?.({ code });
    },
  };
  return socket;
}
