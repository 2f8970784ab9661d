import { useCallback, useEffect, useState } from 'react';
import type { Locale } from '../../../../domain/locales.ts';
import type { RouteOutput } from '../../../../protocol/http.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';

export type ArticleRow = RouteOutput<'findArticles'>['articles'][number];
export type ReadArticle = RouteOutput<'readArticle'>['article'];

/** What was asked of the server: the last answer stays while another is on its way. */
export interface Asked<T> {
  readonly answer: T | null;
  readonly isRunning: boolean;
  /** Why there is none: a code. */
  readonly problem: string | null;
  readonly again: () => void;
}

/**
 * Asks as often as what is asked changes. @param ask null where there is nothing to ask; kept by its caller between renders.
 * @param afterMs waits for a pause. @param anew whenever it is another, the same is asked again.
 */
function useAsked<T>(ask: (() => Promise<T>) | null, { afterMs = 0, anew = '' }: { afterMs?: number; anew?: string } = {}): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ answer: null, isRunning: false, problem: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!ask) return;
    let isCurrent = true;
    setState((before) => ({ ...before, isRunning: true, problem: null }));
    const timer = setTimeout(() => {
      ask().then(
        (answer) => { if (isCurrent) setState({ answer, isRunning: false, problem: null }); },
        (error: unknown) => { if (isCurrent) setState((before) => ({ ...before, isRunning: false, problem: error instanceof RequestError ? error.code : 'internal' })); },
      );
    }, afterMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, afterMs, anew, attempt]);
  return { ...state, again: () => { setAttempt((count) => count + 1); } };
}

/** The best articles for what the contact wrote last. @param isWanted false while nobody sees them. */
export function useSuggestedArticles({ id, contactSeq, heardSeq }: DeskConversation, isWanted: boolean): Asked<readonly ArticleRow[]> {
  const api = useDeskApi();
  const { preferences: { language } } = usePreferences();
  const ask = useCallback(async () => (await api.suggestArticles(id, { reader: language })).articles, [api, id, language]);
  // The assistant ranks a message a moment after it came.
  return useAsked(isWanted ? ask : null, { anew: `${contactSeq}/${heardSeq}` });
}

const PAUSE_MS = 200;

export function useFoundArticles(text: string, locale: Locale): Asked<readonly ArticleRow[]> {
  const api = useDeskApi();
  const { preferences: { language } } = usePreferences();
  const q = text.trim();
  const ask = useCallback(async () => (await api.findArticles({ q, locale, reader: language })).articles, [api, q, locale, language]);
  return useAsked(q === '' ? null : ask, { afterMs: PAUSE_MS });
}

export function useArticle(articleId: string, locale: Locale): Asked<ReadArticle> {
  const api = useDeskApi();
  const { preferences: { language } } = usePreferences();
  const ask = useCallback(async () => (await api.readArticle(articleId, { locale, reader: language })).article, [api, articleId, locale, language]);
  return useAsked(ask);
}
