import { useCallback, useEffect, useRef, useState } from 'react';
import { useAssist } from '../connection/desk-context.tsx';
import { askAssist, type Asked, type Outcome } from './assist-outcome.ts';

export interface Request {
  /** What is under way; null while nothing is. */
  readonly running: Asked | null;
  /** Asks, in the place of what was under way. */
  ask<A extends Asked>(asked: A): Promise<Outcome<A>>;
  stop(): void;
}

/** One request at a time to the model; what is under way ends with the component that asked. */
export function useRequest(conversationId: string): Request {
  const assist = useAssist();
  const [running, setRunning] = useState<Asked | null>(null);
  const current = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    current.current?.abort();
    current.current = null;
    setRunning(null);
  }, []);
  useEffect(() => () => { current.current?.abort(); }, []);

  const ask = useCallback(async <A extends Asked>(asked: A): Promise<Outcome<A>> => {
    if (!assist) return { ok: false, code: 'unavailable' };
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setRunning(asked);
    const outcome = await askAssist(assist, conversationId, asked, mine.signal);
    if (current.current === mine) {
      current.current = null;
      setRunning(null);
    }
    return outcome;
  }, [assist, conversationId]);

  return { running, ask, stop };
}
