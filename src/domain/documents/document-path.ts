import { LOCALE_TAGS, type Locale } from '../locales.ts';

/** What a document is, by its path in the knowledge base. */
export type DocumentPlace =
  | { readonly kind: 'article'; readonly articleId: string }
  | { readonly kind: 'translation'; readonly articleId: string; readonly locale: Locale }
  | { readonly kind: 'categories' | 'exchange' };

/** What a path is expected to be, in words. */
export const DOCUMENT_PATHS = 'articles/<id>/article.yaml, articles/<id>/<locale>.md, categories.yaml or exchange.yaml';
/** Largest document, in bytes of UTF-8: the longest article with hundreds of phrasings has a tenth of it. */
export const MAX_DOCUMENT_BYTES = 256 * 1024;

/** Of articles and categories: they stand in links, so they never change. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const MAX_ID_LENGTH = 100;

export const CATEGORIES_PATH = 'categories.yaml';
export const EXCHANGE_PATH = 'exchange.yaml';

export function articlePath(articleId: string): string {
  return `articles/${articleId}/article.yaml`;
}

export function translationPath(articleId: string, locale: Locale): string {
  return `articles/${articleId}/${locale}.md`;
}

/** Undefined for every path that is no document of editors. */
export function readDocumentPath(path: string): DocumentPlace | undefined {
  if (path === CATEGORIES_PATH) return { kind: 'categories' };
  if (path === EXCHANGE_PATH) return { kind: 'exchange' };
  const [, articleId, name] = /^articles\/([a-z0-9]+(?:-[a-z0-9]+)*)\/([A-Za-z-]+\.(?:yaml|md))$/.exec(path) ?? [];
  if (articleId === undefined || articleId.length > MAX_ID_LENGTH) return undefined;
  if (name === 'article.yaml') return { kind: 'article', articleId };
  const locale = LOCALE_TAGS.find((tag) => `${tag}.md` === name);
  return locale && { kind: 'translation', articleId, locale };
}
