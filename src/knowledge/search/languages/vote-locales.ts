import { isLocale } from '../../../domain/locales.ts';
import { classify } from '../classifier/text-classifier.ts';
import type { LocaleIndex } from '../locale-index/locale-index.ts';
import { extractFeatures } from '../text/extract-features.ts';
import { lettersOf } from './language-set.ts';
import type { LocaleVotes } from './mix-locales.ts';

/** Languages by the words alone; none where a text has no letters. @param index of the language set. */
export function createVoter(index: LocaleIndex | undefined): (utterance: string) => LocaleVotes {
  if (!index) return () => [];
  const { classifier } = index;
  return (utterance) => {
    const letters = lettersOf(utterance);
    if (letters === '') return [];
    const logProbabilities = classify(classifier, extractFeatures(letters));
    return classifier.labels.filter(isLocale)
      .map((locale, i) => ({ locale, probability: Math.exp(logProbabilities[i]!) }))
      .sort((a, b) => b.probability - a.probability);
  };
}
