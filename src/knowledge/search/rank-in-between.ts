import type { Locale } from '../../domain/locales.ts';
import type { RankedArticle } from '../../domain/article.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Search } from './create-search.ts';
import { extractFeatures } from './text/extract-features.ts';
import type { FeatureCounts } from './text/feature-counts.ts';

/** From this cosine of their words on, an utterance is taken for a question that is not learned yet. */
const ALIKE = 0.75;
/** Less than certain: what it is told apart from is not known yet. */
const SURE = 0.9;

interface FreshQuestion {
  readonly articleId: string;
  readonly words: FeatureCounts;
  readonly length: number;
}

/**
 * The search of a moment ago over the articles of now, until these are learned: questions that came
 * with them are recognised by their words alone, and articles that are gone are named no more.
 * @param learned what `search` was learned from.
 */
export function rankInBetween(search: Search, learned: KnowledgeBase, base: KnowledgeBase): Search {
  const fresh = listFreshQuestions(learned, base);
  return {
    ...search,
    async rank(utterance, locale, votes) {
      const ranking = await search.rank(utterance, locale, votes);
      const articles = ranking.articles.filter(({ articleId }) => base.articles.has(articleId));
      return { ...ranking, articles: promote(articles, findAlike(utterance, fresh)) };
    },
  };
}

function listFreshQuestions(learned: KnowledgeBase, base: KnowledgeBase): FreshQuestion[] {
  return [...base.articles.values()].flatMap(({ id, translations }) => {
    const before = learned.articles.get(id)?.translations;
    if (before === translations) return [];
    return (Object.keys(translations) as Locale[]).filter((locale) => before?.[locale] !== translations[locale]).flatMap((locale) => {
      const known = new Set(questionsOf(before?.[locale]));
      return questionsOf(translations[locale]).filter((question) => !known.has(question)).map((question) => ({ articleId: id, ...measure(question) }));
    });
  });
}

function questionsOf(translation: { readonly title: string; readonly phrasings: readonly string[]; readonly calmPhrasings: readonly string[] } | undefined): string[] {
  return translation ? [translation.title, ...translation.phrasings, ...translation.calmPhrasings] : [];
}

function measure(text: string): Pick<FreshQuestion, 'words' | 'length'> {
  const { words } = extractFeatures(text, []);
  return { words, length: Math.hypot(...words.values()) };
}

function findAlike(utterance: string, fresh: readonly FreshQuestion[]): { readonly articleId: string; readonly likeness: number } | undefined {
  if (fresh.length === 0) return undefined;
  const asked = measure(utterance);
  const scored = fresh.map(({ articleId, words, length }) => {
    let product = 0;
    for (const [feature, count] of asked.words) product += count * (words.get(feature) ?? 0);
    return { articleId, likeness: product === 0 ? 0 : product / (length * asked.length) };
  });
  const best = scored.reduce((a, b) => (b.likeness > a.likeness ? b : a));
  return best.likeness >= ALIKE ? best : undefined;
}

function promote(articles: readonly RankedArticle[], alike: ReturnType<typeof findAlike>): readonly RankedArticle[] {
  if (!alike) return articles;
  const score = SURE * alike.likeness;
  const ranked = articles.find(({ articleId }) => articleId === alike.articleId);
  if (ranked && ranked.score >= score) return articles;
  const others = articles.filter((one) => one !== ranked).map((one) => ({ ...one, score: one.score * (1 - score) }));
  return [{ articleId: alike.articleId, score }, ...others];
}
