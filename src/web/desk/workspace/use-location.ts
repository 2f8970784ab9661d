import { useCallback, useEffect, useState } from 'react';
import { pathTo, readLocation } from '../state/location.ts';
import type { View } from '../state/views.ts';

export interface Place {
  readonly view: View;
  readonly conversationId: string | null;
}

/** Where in the desk the agent is; the address bar and the back button agree with it. */
export function useLocation(): Place & { readonly go: (place: Partial<Place>) => void } {
  const [place, setPlace] = useState(currentPlace);
  useEffect(() => {
    const onPopState = (): void => { setPlace(currentPlace()); };
    addEventListener('popstate', onPopState);
    return () => { removeEventListener('popstate', onPopState); };
  }, []);
  const go = useCallback((change: Partial<Place>) => {
    const next = { ...currentPlace(), ...change };
    const path = pathTo(next.view, next.conversationId);
    if (path !== location.pathname + location.search) history.pushState(null, '', path);
    setPlace(next);
  }, []);
  return { ...place, go };
}

function currentPlace(): Place {
  const place = readLocation(location);
  return place.page === 'desk' ? { view: place.view, conversationId: place.conversationId } : { view: 'queue', conversationId: null };
}
