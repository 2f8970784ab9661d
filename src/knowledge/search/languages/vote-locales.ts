import { isLocale } from '../../../domain/locales.ts';
import { classify } from '../classifier/text-classifier.ts';
import type { LocaleIndex } from '../locale-index/locale-index.ts';
import { extractFeatures } from '../text/extract-features.ts';
import type { LocaleVotes } from './mix-locales.ts';

/** @param index of the language set; without one there is nothing to vote for. */
export function createVoter(index: LocaleIndex | undefined): (utterance: string) => LocaleVotes {
  if (!index) return () => [];
  const { classifier } = index;
  return (utterance) => {
    const logProbabilities = classify(classifier, extractFeatures(utterance));
    return classifier.labels.filter(isLocale)
      .map((locale, i) => ({ locale, probability: Math.exp(logProbabilities[i]!) }))
      .sort((a, b) => b.probability - a.probability);
  };
}
