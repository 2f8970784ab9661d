import type { Doorbell, Ring, Signal } from '../../ports.ts';

/** The doorbell within one process: listeners are called at once, in the order in which they came. */
export function createLocalDoorbell(): Doorbell & { tellGap(): void } {
  const rings = new Set<(ring: Ring) => void>();
  const signals = new Set<(signal: Signal) => void>();
  const gaps = new Set<() => void>();
  return {
    ring: (ring) => { for (const listener of rings) listener(ring); },
    onRing: (listener) => subscribe(rings, listener),
    signal: (signal) => { for (const listener of signals) listener(signal); },
    onSignal: (listener) => subscribe(signals, listener),
    tellGap: () => { for (const listener of gaps) listener(); },
    onGap: (listener) => subscribe(gaps, listener),
    close: () => Promise.resolve(),
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}
