import { useMemo } from 'react';
import { LOCALE_TAGS, type Locale } from '../../../../domain/locales.ts';
import { useEditor } from '../../connection/editor-context.tsx';
import { useLoaded } from '../../connection/use-loaded.ts';
import type { Completable } from './completions.ts';

/** What can be written by completing: facts of the exchange, and articles by their titles in any language. */
export function useCompletable(locale: Locale): Completable {
  const { api, library: { value: library } } = useEditor();
  const { value: exchange } = useLoaded(api.readExchange);
  return useMemo(() => ({
    variables: exchange?.settings ?? {},
    articles: (library?.articles ?? []).filter(({ state }) => state !== 'archived').map(({ id, translations }) => ({
      id,
      title: translations[locale].title ?? translations.en.title ?? id,
      words: [id, ...LOCALE_TAGS.map((tag) => translations[tag].title ?? '')].join('\n').toLocaleLowerCase(),
    })),
  }), [exchange, library, locale]);
}
