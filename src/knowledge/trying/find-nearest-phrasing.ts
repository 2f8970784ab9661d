import type { Article } from '../../domain/article.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { FeatureCounts } from '../search/text/feature-counts.ts';
import { countWords } from '../search/text/count-words.ts';
import { readText } from '../search/text/read-text.ts';

export interface NearPhrasing {
  readonly text: string;
  readonly locale: Locale;
  /** Cosine over words and pairs of words, 0 to 1. */
  readonly alike: number;
}

/** Below this they share a word by accident. */
const LEAST = 0.15;

/** The phrasing or title of an article that is most like an utterance, in its language or in English; undefined where none is like it. */
export function findNearestPhrasing({ translations }: Pick<Article, 'translations'>, utterance: string, locale: Locale): NearPhrasing | undefined {
  const counts = countWords(readText(utterance));
  const candidates = [...new Set([locale, DEFAULT_LOCALE])].flatMap((one) => {
    const translation = translations[one];
    return translation ? [translation.title, ...translation.phrasings, ...translation.calmPhrasings].map((text) => ({ text, locale: one })) : [];
  });
  const measured = candidates.map((one) => ({ ...one, alike: cosine(counts, countWords(readText(one.text))) }));
  const best = measured.reduce<NearPhrasing | undefined>((so, one) => (one.alike > (so?.alike ?? LEAST) ? one : so), undefined);
  return best && { ...best, alike: Math.round(best.alike * 100) / 100 };
}

function cosine(a: FeatureCounts, b: FeatureCounts): number {
  let product = 0;
  for (const [feature, count] of a) product += count * (b.get(feature) ?? 0);
  return product === 0 ? 0 : product / (lengthOf(a) * lengthOf(b));
}

function lengthOf(counts: FeatureCounts): number {
  return Math.sqrt([...counts.values()].reduce((sum, count) => sum + count ** 2, 0));
}
