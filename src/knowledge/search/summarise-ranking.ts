import type { RankedArticle } from '../../domain/article.ts';
import type { Intent } from '../../domain/intents.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { labelledArticle, labelledIntent } from './locale-index/training-set.ts';
import type { ClassProbabilities } from './rank-classes.ts';

const MAX_ARTICLES = 5;

/** What the assistant asks: which articles, and which intents. Best first, ties by name so that the order is total. */
export function summarise(classes: ClassProbabilities, { articles }: Pick<KnowledgeBase, 'articles'>): {
  articles: RankedArticle[];
  intents: { intent: Intent; probability: number }[];
} {
  const ranked: RankedArticle[] = [];
  const intents = new Map<Intent, number>();
  for (const [label, probability] of classes) {
    const articleId = labelledArticle(label);
    if (articleId !== undefined) ranked.push({ articleId, score: probability });
    const intent = articleId === undefined ? labelledIntent(label) : articles.get(articleId)?.intent;
    if (intent) intents.set(intent, (intents.get(intent) ?? 0) + probability);
  }
  return {
    articles: ranked.sort((a, b) => b.score - a.score || compare(a.articleId, b.articleId)).slice(0, MAX_ARTICLES),
    intents: Array.from(intents, ([intent, probability]) => ({ intent, probability }))
      .sort((a, b) => b.probability - a.probability || compare(a.intent, b.intent)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
