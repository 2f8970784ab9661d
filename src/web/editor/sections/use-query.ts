import { useMemo, useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  return () => { removeEventListener('popstate', listener); };
}

/** What a page is asked to show, kept in the address bar: coming back to it, or sending its address, shows the same. */
export function useQuery(): readonly [URLSearchParams, (change: Readonly<Record<string, string | null>>) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const query = useMemo(() => new URLSearchParams(search), [search]);
  return [query, (change) => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    history.replaceState(null, '', next.size === 0 ? location.pathname : `${location.pathname}?${next.toString()}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }];
}
