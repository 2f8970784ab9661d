import { useCallback, useState } from 'react';

/**
 * State that survives leaving the page and reloading it, for what is not saved yet. Kept for this tab
 * only: two tabs that change the same thing find out when they save.
 */
export function useStoredState<T>(key: string, initial: T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => readStored(key) ?? initial);
  const set = useCallback((next: T) => {
    setValue(next);
    try {
      if (next === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Storage is full or forbidden: it holds until the page is left.
    }
  }, [key]);
  return [value, set];
}

function readStored<T>(key: string): T | undefined {
  try {
    const stored = sessionStorage.getItem(key);
    return stored === null ? undefined : JSON.parse(stored) as T;
  } catch {
    return undefined;
  }
}
