import { useCallback, useEffect, useState } from 'react';

/** What the address bar says of the search: what is looked for, and which conversation is open beside it. */
export interface SearchPlace {
  readonly query: string;
  readonly openId: string | null;
}

/** The page's place and how to change it; the address bar follows, so that a search can be sent to a colleague. */
export function useSearchPlace(): SearchPlace & { readonly change: (change: Partial<SearchPlace>) => void } {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const onPopState = (): void => { setPlace(readPlace()); };
    addEventListener('popstate', onPopState);
    return () => { removeEventListener('popstate', onPopState); };
  }, []);
  const change = useCallback((part: Partial<SearchPlace>) => {
    const next = { ...readPlace(), ...part };
    // Not a step back for every letter.
    history.replaceState(history.state, '', pathOf(next));
    setPlace(next);
  }, []);
  return { ...place, change };
}

function readPlace(): SearchPlace {
  const search = new URLSearchParams(location.search);
  return { query: search.get('q') ?? '', openId: search.get('open') };
}

function pathOf({ query, openId }: SearchPlace): string {
  const search = new URLSearchParams([...(query === '' ? [] : [['q', query]]), ...(openId === null ? [] : [['open', openId]])]).toString();
  return `/desk/search${search === '' ? '' : `?${search}`}`;
}

/** Leads the whole desk to one of its addresses. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}
