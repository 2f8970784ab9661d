import { useState } from 'react';
import { isLocale } from '../../../domain/locales.ts';
import { CELL_STATES, NO_FILTER, type LibraryFilter } from '../state/library-cells.ts';

/** What the library shows; the address bar remembers it, so that coming back from an article finds it again. */
export function useLibraryFilter(): readonly [LibraryFilter, (change: Partial<LibraryFilter>) => void] {
  const [filter, setFilter] = useState(readFilter);
  return [filter, (change) => {
    const next = { ...filter, ...change };
    const query = new URLSearchParams(Object.entries({ q: next.text, category: next.category, state: next.state, locale: next.locale }).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
    history.replaceState(null, '', query === '' ? '/editor' : `/editor?${query}`);
    setFilter(next);
  }];
}

function readFilter(): LibraryFilter {
  const query = new URLSearchParams(location.search);
  const [state, locale] = [query.get('state'), query.get('locale')];
  return {
    ...NO_FILTER, text: query.get('q') ?? '', category: query.get('category'),
    state: CELL_STATES.find((one) => one === state) ?? null, locale: isLocale(locale) ? locale : null,
  };
}
