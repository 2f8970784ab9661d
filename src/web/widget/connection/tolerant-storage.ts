/**
 * The browser's storage, or nothing where it is forbidden, full or absent (private windows, blocked
 * third-party storage): then the widget forgets at the end of the page and works all the same.
 */
export interface TolerantStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Keys that begin with a prefix. */
  keys(prefix: string): string[];
}

/** @param open may throw: even reading `window.localStorage` does where it is blocked. */
export function createTolerantStorage(open: () => Storage): TolerantStorage {
  const memory = new Map<string, string>();
  const storage = attempt(open, undefined);
  return {
    get: (key) => memory.get(key) ?? attempt(() => storage?.getItem(key) ?? null, null),
    set(key, value) {
      const kept = attempt(() => { storage?.setItem(key, value); return storage !== undefined; }, false);
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt(() => { storage?.removeItem(key); }, undefined);
    },
    keys(prefix) {
      const stored = attempt(() => (storage ? Object.keys(storage) : []), []);
      return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix));
    },
  };
}

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
