import { useMemo, useSyncExternalStore } from 'react';
import { readPlace, type Place } from '../state/place.ts';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  return () => { removeEventListener('popstate', listener); };
}

/** Where in the editor somebody is; the address bar and the back button agree with it. */
export function usePlace(): Place {
  const pathname = useSyncExternalStore(subscribe, () => location.pathname);
  return useMemo(() => readPlace(pathname), [pathname]);
}
