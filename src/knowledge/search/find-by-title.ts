import type { Translation } from '../../domain/article.ts';
import { LOCALE_TAGS } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';

/**
 * Articles of which a title, in whatever language, has every word that was typed, or its beginning. In the order of ids.
 * @param knowsIds the id counts as a title, for people who work with articles.
 */
export function findByTitle({ articles }: Pick<KnowledgeBase, 'articles'>, text: string, knowsIds = false): string[] {
  const words = fold(text).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  return [...articles].flatMap(([articleId, { translations }]) => {
    const titles = [...(knowsIds ? [articleId] : []), ...LOCALE_TAGS.flatMap((locale) => titleOf(translations[locale]))].map(fold);
    return titles.some((title) => words.every((word) => title.includes(word))) ? [articleId] : [];
  });
}

function titleOf(translation: Translation | undefined): string[] {
  return translation ? [translation.title] : [];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
