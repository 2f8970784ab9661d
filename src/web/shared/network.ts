/** The part of a WebSocket that is used. */
export interface SocketLike {
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

/** What connecting asks of the world, so that tests can be the world. */
export interface Network {
  openSocket(url: string): SocketLike;
  /** Calls back once after `ms`; returns how to cancel. */
  after(ms: number, callback: () => void): () => void;
  /** 0 ≤ random < 1 */
  random(): number;
  /** Calls back whenever the machine says that its connection went (false) or returned; returns how to stop. */
  onConnectivity(callback: (online: boolean) => void): () => void;
}

export const browserNetwork: Network = {
  openSocket: (url) => new WebSocket(url) as SocketLike,
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => { clearTimeout(timer); };
  },
  random: Math.random,
  onConnectivity(callback) {
    const report = ({ type }: Event): void => { callback(type === 'online'); };
    addEventListener('online', report);
    addEventListener('offline', report);
    return () => {
      removeEventListener('online', report);
      removeEventListener('offline', report);
    };
  },
};
