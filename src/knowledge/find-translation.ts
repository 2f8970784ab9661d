import type { Translation } from '../domain/article.ts';
import { DEFAULT_LOCALE, type Locale } from '../domain/locales.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

/** Languages that a reader of one is likely to read, nearest first; English comes after them. */
const READABLE: Partial<Record<Locale, readonly Locale[]>> = {
  'zh-CN': ['zh-TW'],
  'zh-TW': ['zh-CN'],
  es: ['pt-BR'],
  'pt-BR': ['es'],
};

/** An article in the language, or in the nearest that its reader is likely to read; undefined for an unknown article. */
export function findTranslation({ articles }: Pick<KnowledgeBase, 'articles'>, articleId: string, locale: Locale): Translation | undefined {
  const translations = articles.get(articleId)?.translations;
  if (!translations) return undefined;
  for (const wish of [locale, ...READABLE[locale] ?? [], DEFAULT_LOCALE]) {
    const found = translations[wish];
    if (found) return found;
  }
  return Object.values(translations)[0];
}
