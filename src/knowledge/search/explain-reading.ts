import { vectorise } from './linear/feature-space.ts';
import { scoreClasses } from './linear/linear-model.ts';
import type { LocaleIndex } from './locale-index/locale-index.ts';
import { readingLabel, type Reading } from './locale-index/training-set.ts';
import { countWords } from './text/count-words.ts';
import { readText } from './text/read-text.ts';

/** Words that are looked at: a long story tells at its beginning what it is about. */
const MAX_WORDS = 80;
const MOST = 3;
/** A word that speaks for a reading less than this, in logarithms of odds over the others' mean, explains nothing. */
const LEAST = 0.3;

/** The contact's words that speak most for a reading, most telling first. */
export function explainReading(readings: LocaleIndex, utterance: string, reading: Reading): string[] {
  return explainLabel(readings, utterance, readingLabel(reading));
}

/** The same for any label of an index. */
export function explainLabel({ classifier: { labels, space, linear } }: LocaleIndex, utterance: string, label: string): string[] {
  const c = labels.indexOf(label);
  if (c < 0) return [];
  const words = new Set(readText(utterance).words.slice(0, MAX_WORDS));
  const weighed = [...words].map((word) => {
    const scores = scoreClasses(linear, vectorise(space, [countWords(readText(word))]));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return { word, speaks: scores[c]! - mean };
  });
  return weighed.filter(({ word, speaks }) => speaks > LEAST && /\p{L}/u.test(word)).sort((a, b) => b.speaks - a.speaks).slice(0, MOST).map(({ word }) => word);
}
