import { useCallback, useEffect, useState } from 'react';
import { pathTo, readLocation } from '../state/location.ts';
import { isSection, type Section } from '../sections/sections.tsx';
import type { View } from '../state/views.ts';

export interface Place {
  readonly view: View;
  readonly conversationId: string | null;
  /** The part of the desk beside the conversations that is on the screen; null for these. */
  readonly section: Section | null;
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
    const next = { ...currentPlace(), section: null, ...change };
    const path = next.section === null ? pathTo(next.view, next.conversationId) : `/desk/${next.section}`;
    if (path !== location.pathname + location.search) history.pushState(null, '', path);
    setPlace(next);
  }, []);
  return { ...place, go };
}

function currentPlace(): Place {
  const place = readLocation(location);
  if (place.page === 'desk') return { view: place.view, conversationId: place.conversationId, section: null };
  return { view: 'queue', conversationId: null, section: place.page === 'section' && isSection(place.section) ? place.section : null };
}
