import type { Locale } from '../../../domain/locales.ts';
import type { VectorIndexes } from '../../../ports.ts';
import type { WeightCase } from '../combine/learn-weights.ts';
import { buildLocaleIndex } from '../locale-index/locale-index.ts';
import type { TrainingSet } from '../locale-index/training-set.ts';
import { gatherSignals } from '../rank-classes.ts';
import { compileConcepts } from '../text/concept-lexicon.ts';
import { extractFeatures } from '../text/extract-features.ts';
import { openPassageSearch } from '../vectors/passage-search.ts';
import type { VectorCache } from '../vectors/passage-vectors.ts';
import { collectPassages } from '../vectors/passages.ts';

/** A question and the labels that are right for it. */
export interface Question {
  readonly text: string;
  readonly right: readonly string[];
}

/** The signals of each question in an index that is built from the set. Questions whose labels the set lacks are left out. */
export async function collectCases(
  locale: Locale,
  set: TrainingSet,
  questions: readonly Question[],
  { vectorIndexes, cache }: { vectorIndexes: VectorIndexes; cache: VectorCache },
): Promise<WeightCase[]> {
  const index = buildLocaleIndex(set);
  const passages = await openPassageSearch(collectPassages(locale, set), vectorIndexes, cache);
  const lexicons = set.concepts.map(compileConcepts);
  const cases: WeightCase[] = [];
  for (const { text, right } of questions) {
    const numbers = right.map((label) => index.classifier.labels.indexOf(label)).filter((number) => number >= 0);
    if (numbers.length === 0) continue;
    const scores = gatherSignals(index, extractFeatures(text, lexicons), await passages.search(text, locale));
    cases.push({ scores, right: numbers });
  }
  return cases;
}
