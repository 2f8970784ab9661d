import { useCallback, useEffect, useState } from 'react';
import { useDeskState } from '../connection/desk-context.tsx';

export interface Resource<T> {
  /** As it was read last, also while it is read again or that failed; null before the first time. */
  readonly value: T | null;
  readonly failed: boolean;
  readonly reload: () => void;
}

/**
 * What the server has, read again whenever the configuration of the desk changes.
 * @param read always the same function, as the methods of the API are.
 * @param everyMs read again this often too, for what changes without anybody telling.
 */
export function useResource<T>(read: () => Promise<T>, everyMs?: number): Resource<T> {
  const revision = useDeskState((state) => state.configuration);
  const link = useDeskState((state) => state.link);
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<{ readonly value: T | null; readonly failed: boolean }>({ value: null, failed: false });
  const reload = useCallback(() => { setAsked((count) => count + 1); }, []);

  useEffect(() => {
    let isCurrent = true;
    read().then(
      (value) => { if (isCurrent) setState({ value, failed: false }); },
      () => { if (isCurrent) setState(({ value }) => ({ value, failed: true })); },
    );
    return () => { isCurrent = false; };
  }, [read, revision, asked, link]);

  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => { if (!document.hidden) reload(); }, everyMs);
    return () => { clearInterval(timer); };
  }, [everyMs, reload]);

  return { ...state, reload };
}
