import type { RankedArticle } from '../../domain/article.ts';
import { labelledArticle, labelledReading, type Reading } from './locale-index/training-set.ts';

const MAX_ARTICLES = 5;

/** What an utterance may mean, with the probability of it. */
export interface ProbableReading extends Reading {
  readonly probability: number;
}

/** The best articles, best first, ties by name so that the order is total. */
export function rankArticles(classes: ReadonlyMap<string, number>): RankedArticle[] {
  const ranked: RankedArticle[] = [];
  for (const [label, score] of classes) {
    const articleId = labelledArticle(label);
    if (articleId !== undefined) ranked.push({ articleId, score });
  }
  return ranked.sort((a, b) => b.score - a.score || compare(a.articleId, b.articleId)).slice(0, MAX_ARTICLES);
}

/** All readings, likeliest first, ties by name. */
export function rankReadings(readings: ReadonlyMap<string, number>): ProbableReading[] {
  return [...readings].sort(([a, p], [b, q]) => q - p || compare(a, b)).map(([label, probability]) => ({ ...labelledReading(label), probability }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
