import { useEffect, useState } from 'react';
import { RequestError } from '../../../staff/connection/request.ts';

export interface Answer<T> {
  /** The last that came, also while the next one is asked for. */
  readonly value: T | null;
  readonly isPending: boolean;
  /** Code of what went wrong with the last one. */
  readonly error: string | null;
}

/** Asks again whenever the question changes, and forgets what is overtaken. @param ask null where there is nothing to ask; the same function as long as it is the same question. */
export function useAnswer<T>(ask: ((signal: AbortSignal) => Promise<T>) | null): Answer<T> {
  const [state, setState] = useState<Answer<T>>({ value: null, isPending: false, error: null });
  useEffect(() => {
    if (!ask) return;
    const overtaken = new AbortController();
    setState((before) => ({ ...before, isPending: true }));
    ask(overtaken.signal).then(
      (value) => { if (!overtaken.signal.aborted) setState({ value, isPending: false, error: null }); },
      (error: unknown) => { if (!overtaken.signal.aborted) setState((before) => ({ ...before, isPending: false, error: error instanceof RequestError ? error.code : 'internal' })); },
    );
    return () => { overtaken.abort(); };
  }, [ask]);
  return state;
}
