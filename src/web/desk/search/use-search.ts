import { useCallback, useEffect, useRef, useState } from 'react';
import { parseQuery } from '../../../domain/search/parse-query.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import { useDeskApi } from '../connection/desk-context.tsx';
import { RequestError } from '../../staff/connection/request.ts';

export type SearchResult = RouteOutput<'searchConversations'>['results'][number];

/** Results stay on the screen while the next ones are on their way. */
export interface SearchState {
  readonly phase: 'idle' | 'searching' | 'done' | 'failed';
  /** What the results are of. */
  readonly query: string;
  readonly results: readonly SearchResult[];
  /** Where more begin; null where these are all. */
  readonly next: string | null;
  readonly error: RequestError | null;
}

const NOTHING: SearchState = { phase: 'idle', query: '', results: [], next: null, error: null };
/** While somebody is writing. */
const WAIT_MS = 250;
const PAGE = 50;

/** Looks for what the query says as it is written. Undefined days are the agent's own. */
export function useSearch(query: string): { readonly state: SearchState; readonly more: () => void; readonly again: () => void } {
  const api = useDeskApi();
  const [state, setState] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  /** Answers to what is not asked any more are dropped. */
  const asked = useRef(0);

  const ask = useCallback(async (text: string, cursor: string | null, before: readonly SearchResult[]) => {
    const mine = asked.current += 1;
    setState((state) => ({ ...state, phase: 'searching', error: null }));
    try {
      const { results, next } = await api.searchConversations({ q: text, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
      if (mine === asked.current) setState({ phase: 'done', query: text, results: withoutRepeated([...before, ...results]), next, error: null });
    } catch (error) {
      if (mine === asked.current) setState({ phase: 'failed', query: text, results: before, next: cursor, error: error instanceof RequestError ? error : new RequestError('internal', String(error)) });
    }
  }, [api]);

  const isFirst = useRef(true);
  useEffect(() => {
    const text = query.trim();
    if (text === '' || parseQuery(text).problems.length > 0) {
      asked.current += 1;
      setState(NOTHING);
      isFirst.current = false;
      return undefined;
    }
    const timer = setTimeout(() => { void ask(text, null, []); }, isFirst.current ? 0 : WAIT_MS);
    isFirst.current = false;
    return () => { clearTimeout(timer); };
  }, [query, ask, attempt]);

  const { phase, next, results } = state;
  const goOn = useCallback(() => { if (next !== null) void ask(state.query, next, results); }, [ask, state.query, next, results]);
  const more = useCallback(() => { if (phase === 'done') goOn(); }, [phase, goOn]);
  // A page may have nothing and yet not be the last.
  useEffect(() => { if (results.length === 0) more(); }, [results, more]);
  const again = useCallback(() => {
    if (next === null) setAttempt((count) => count + 1);
    else goOn();
  }, [next, goOn]);
  return { state, more, again };
}

/** What changed between two pages may come twice. */
function withoutRepeated(results: readonly SearchResult[]): SearchResult[] {
  return [...new Map(results.map((result) => [result.conversation.id, result])).values()];
}
