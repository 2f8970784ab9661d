import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestError } from '../../staff/connection/request.ts';

export interface Polled<T> {
  readonly data: T | null;
  /** When `data` was read; 0 before that. */
  readonly at: number;
  /** Why the last attempt failed; what was read before is kept. */
  readonly problem: string | null;
  readonly reload: () => void;
}

/**
 * Reads again and again while somebody can see it, one request at a time.
 * @param load another function begins anew, and what the one before it read is kept until then.
 * @param everyMs null reads once.
 */
export function usePolling<T>(load: () => Promise<T>, everyMs: number | null): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, 'reload'>>({ data: null, at: 0, problem: null });
  const [round, setRound] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reload = useCallback(() => { setRound((before) => before + 1); }, []);

  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      try {
        const data = await load();
        if (current) setState({ data, at: Date.now(), problem: null });
      } catch (error) {
        if (current) setState((before) => ({ ...before, problem: error instanceof RequestError ? error.code : 'internal' }));
      }
      if (current && everyMs !== null) timer.current = setTimeout(readIfSeen, everyMs);
    };
    const readIfSeen = (): void => { if (!document.hidden) void read(); };
    const onVisible = (): void => {
      clearTimeout(timer.current);
      if (everyMs !== null) readIfSeen();
    };
    void read();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      current = false;
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [load, everyMs, round]);

  return { ...state, reload };
}
