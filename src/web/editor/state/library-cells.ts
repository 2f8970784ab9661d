import type { Locale } from '../../../domain/locales.ts';
import { LOCALE_TAGS } from '../../../domain/locales.ts';
import type { EditedArticle, TranslationMark } from '../../../protocol/documents.ts';

/** What a cell of the library says: a draft comes before the state of what is published. */
export const CELL_STATES = ['missing', 'stale', 'draft', 'review', 'scheduled', 'current', 'archived'] as const;
export type CellState = (typeof CELL_STATES)[number];

export function cellState(article: Pick<EditedArticle, 'state'>, mark: TranslationMark): CellState {
  if (mark.draft) return mark.draft.state;
  return article.state === 'archived' ? 'archived' : mark.state;
}

export interface LibraryFilter {
  readonly text: string;
  readonly category: string | null;
  readonly state: CellState | null;
  /** Only this language counts for the state. */
  readonly locale: Locale | null;
}

export const NO_FILTER: LibraryFilter = { text: '', category: null, state: null, locale: null };

/** The articles that a filter leaves, in the order of categories and then ids. Archived ones show only when asked for. */
export function filterArticles(articles: readonly EditedArticle[], categories: readonly string[], filter: LibraryFilter): readonly EditedArticle[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const rank = new Map(categories.map((id, i) => [id, i]));
  return articles
    .filter((article) => (filter.category === null || article.category === filter.category) && hasState(article, filter) && words.every((word) => textOf(article).includes(word)))
    .toSorted((a, b) => (rank.get(a.category ?? '') ?? Infinity) - (rank.get(b.category ?? '') ?? Infinity) || (a.id < b.id ? -1 : 1));
}

function hasState(article: EditedArticle, { state, locale }: LibraryFilter): boolean {
  if (state === null) return article.state !== 'archived';
  return (locale === null ? LOCALE_TAGS : [locale]).some((tag) => cellState(article, article.translations[tag]) === state);
}

/** Ids, titles in every language, tags: whatever an editor may remember of an article. */
function textOf(article: EditedArticle): string {
  return [article.id, article.covers, ...article.tags, ...LOCALE_TAGS.map((tag) => article.translations[tag].title ?? '')].join('\n').toLocaleLowerCase();
}

/** How many cells there are of each state, in one language or in all. */
export function countCells(articles: readonly EditedArticle[], locale: Locale | null): Readonly<Record<CellState, number>> {
  const counts: Record<CellState, number> = { missing: 0, stale: 0, draft: 0, review: 0, scheduled: 0, current: 0, archived: 0 };
  for (const article of articles) {
    for (const tag of locale === null ? LOCALE_TAGS : [locale]) counts[cellState(article, article.translations[tag])] += 1;
  }
  return counts;
}

/** The title that whoever speaks this language reads best. */
export function titleFor(article: EditedArticle, language: Locale): string {
  return article.translations[language].title ?? article.translations.en.title ?? LOCALE_TAGS.map((tag) => article.translations[tag].title).find((title) => title !== null) ?? article.id;
}
