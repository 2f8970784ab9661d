import type { Article } from '../../domain/article.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Question } from '../../ports.ts';
import { readText } from '../search/text/read-text.ts';
import { withoutMarkers } from './without-markers.ts';

const MAX_EXAMPLES = 5;
/** Less alike, and the phrasing is not what brought the question there. */
const ALIKE_FROM = 0.2;

/** A phrasing of an article, and the questions that it is nearest to. */
export interface AttractingPhrasing {
  readonly locale: Locale;
  readonly phrasing: string;
  readonly field: 'phrasings' | 'calmPhrasings';
  /** Of the questions, those that the article did not help, and those that it answered. */
  readonly wrong: number;
  readonly right: number;
  readonly examples: string[];
}

/**
 * The phrasings that attract questions which the article does not help, the worst first. Each question
 * counts for the phrasing of its language that shares most of its words, the rarer the more.
 */
export function findAttractingPhrasings({ translations }: Pick<Article, 'translations'>, questions: readonly Question[]): AttractingPhrasing[] {
  const rows: AttractingPhrasing[] = [];
  for (const [locale, asked] of Map.groupBy(questions.filter(({ text }) => text !== null), (question) => question.locale)) {
    const translation = translations[locale];
    if (!translation) continue;
    const phrasings = (['phrasings', 'calmPhrasings'] as const).flatMap((field) => translation[field].map((phrasing) => ({ locale, field, phrasing })));
    const findNearest = createFindNearest(phrasings.map(({ phrasing }) => phrasing));
    const nearest = Map.groupBy(asked, ({ text }) => findNearest(withoutMarkers(text ?? '')));
    phrasings.forEach((phrasing, i) => {
      const [wrong, right] = [true, false].map((unhelped) => (nearest.get(i) ?? []).filter(({ outcome }) => (outcome === 'unhelpful') === unhelped));
      if (wrong && right && wrong.length > 0) rows.push({ ...phrasing, wrong: wrong.length, right: right.length, examples: [...new Set(wrong.map(({ text }) => text ?? ''))].slice(0, MAX_EXAMPLES) });
    });
  }
  return rows.sort((a, b) => b.wrong - a.wrong || a.right - b.right || (a.phrasing < b.phrasing ? -1 : 1));
}

/** Place of the text that is nearest to a question; -1 where none is near. */
function createFindNearest(texts: readonly string[]): (question: string) => number {
  const wordsOf = (text: string): Set<string> => new Set(readText(text).folded);
  const known = texts.map(wordsOf);
  const having = new Map<string, number>();
  for (const word of known.flatMap((words) => [...words])) having.set(word, (having.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => 1 / (1 + Math.log(having.get(word) ?? 1));
  const weigh = (words: Iterable<string>): number => Array.from(words, weightOf).reduce((total, weight) => total + weight, 0);
  return (question) => {
    const words = wordsOf(question);
    const alike = known.map((other) => weigh(words.intersection(other)) / weigh(words.union(other)));
    const best = alike.reduce((at, score, i) => (score > (alike[at] ?? 0) ? i : at), 0);
    return (alike[best] ?? 0) >= ALIKE_FROM ? best : -1;
  };
}
