import { useCallback, useEffect, useState } from 'react';

export interface Loaded<T> {
  /** As it was read last, also while it is read again or that failed; null before the first time. */
  readonly value: T | null;
  readonly failed: boolean;
  readonly error: unknown;
  readonly reload: () => void;
}

/**
 * What the server has, read again when somebody comes back to the page.
 * @param read the same function as long as the same is wanted; another one reads anew.
 * @param everyMs read again this often as well, while the page is seen.
 */
export function useLoaded<T>(read: () => Promise<T>, everyMs?: number): Loaded<T> {
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<{ readonly of: unknown; readonly value: T | null; readonly error: unknown }>({ of: read, value: null, error: null });
  const reload = useCallback(() => { setAsked((count) => count + 1); }, []);

  useEffect(() => {
    let isCurrent = true;
    read().then(
      (value) => { if (isCurrent) setState({ of: read, value, error: null }); },
      (error: unknown) => { if (isCurrent) setState((before) => ({ of: read, value: before.of === read ? before.value : null, error })); },
    );
    return () => { isCurrent = false; };
  }, [read, asked]);

  useEffect(() => {
    const look = (): void => { if (!document.hidden) reload(); };
    const timer = everyMs === undefined ? undefined : setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs, reload]);

  const { value, error } = state.of === read ? state : { value: null, error: null };
  return { value, failed: error !== null, error, reload };
}
