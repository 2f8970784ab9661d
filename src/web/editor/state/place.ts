import { isLocale, type Locale } from '../../../domain/locales.ts';

/** Where in the editor somebody is: what the address bar says. */
export type Place =
  | { readonly section: 'article'; readonly articleId: string; readonly locale: Locale }
  /** `part` is what stands behind the section's name, as the tab of the settings. */
  | { readonly section: string; readonly part: string };

export const LIBRARY = 'library';

export function readPlace(pathname: string): Place {
  const [, , section = '', first = '', second = ''] = pathname.split('/');
  if (section === 'articles' && first !== '') return { section: 'article', articleId: decode(first), locale: isLocale(second) ? second : 'en' };
  return { section: section === '' ? LIBRARY : section, part: first };
}

export function isArticle(place: Place): place is Extract<Place, { articleId: string }> {
  return place.section === 'article' && 'articleId' in place;
}

export function pathToArticle(articleId: string, locale: Locale): string {
  return `/editor/articles/${encodeURIComponent(articleId)}/${locale}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
