import type { Translate } from '../../assistant/phrases.ts';
import { DEFAULT_LOCALE, LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { Article } from '../../domain/article.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';

/** A phrase of the help pages by its key. */
export type Say = (locale: Locale, key: string, values?: Record<string, string | number>) => string;

/** When a document was published last, ms since the epoch; undefined where nobody knows. */
export type ChangedAt = (path: string) => number | undefined;

/** What every help page is made from, as it is published at one moment. */
export interface HelpSite {
  readonly base: KnowledgeBase;
  readonly say: Say;
  /** A category's name in a language: as editors gave it, as it comes with Vigil, or else the words of its id. */
  readonly nameCategory: (locale: Locale, categoryId: string) => string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly exchange: string;
}

export function createHelpSite(base: KnowledgeBase, { translate, publicUrl }: { translate: Translate; publicUrl: string }): HelpSite {
  return {
    base, publicUrl,
    exchange: base.exchange['name'] ?? '',
    say: (locale, key, values = {}) => translate(locale, `help.${key}`, values),
    nameCategory(locale, id) {
      const titles = base.categories.find((one) => one.id === id)?.titles;
      const title = titles?.[locale] ?? titles?.[DEFAULT_LOCALE];
      if (title !== undefined) return title;
      const name = translate(locale, `category.${id}`);
      return name === `category.${id}` ? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ') : name;
    },
  };
}

/** Languages that have articles at all, in the order of the table. */
export function localesOf({ articles }: KnowledgeBase): Locale[] {
  const written = new Set([...articles.values()].flatMap(({ translations }) => Object.keys(translations)));
  return LOCALE_TAGS.filter((locale) => written.has(locale));
}

/** The articles of a category that can be read in a language. */
export function articlesOn({ articles }: KnowledgeBase, categoryId: string, locale: Locale): Article[] {
  return [...articles.values()].filter((article) => article.category === categoryId && article.translations[locale]);
}

export function homePath(locale: Locale): string {
  return `/help/${locale}`;
}

export function categoryPath(locale: Locale, categoryId: string): string {
  return `/help/${locale}/category/${categoryId}`;
}

export function articlePath(locale: Locale, articleId: string): string {
  return `/help/${locale}/${articleId}`;
}
