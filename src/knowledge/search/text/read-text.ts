import { foldDiacritics, normaliseText } from './normalise-text.ts';
import { splitWords } from './split-words.ts';

/** A text made ready to be counted; everything that is told of it later is told from this. */
export interface ReadText {
  /** Lower case, one form of each letter, masks in place. */
  readonly normalised: string;
  /** Words of `normalised`, in order. */
  readonly words: readonly string[];
  /** The same words without diacritics. */
  readonly folded: readonly string[];
}

export function readText(text: string): ReadText {
  const normalised = normaliseText(text);
  const words = splitWords(normalised);
  return { normalised, words, folded: words.map(foldDiacritics) };
}
