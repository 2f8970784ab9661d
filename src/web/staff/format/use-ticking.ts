import { useCallback, useSyncExternalStore } from 'react';

/** One timer for every ticking number on the page. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => { for (const tick of listeners) tick(); }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Words or a flag that depend on the time. Renders again only when they change, not every second. */
export function useTicking<T extends string | number | boolean>(valueAt: (now: number) => T): T {
  return useSyncExternalStore(subscribe, useCallback(() => valueAt(Date.now()), [valueAt]));
}
