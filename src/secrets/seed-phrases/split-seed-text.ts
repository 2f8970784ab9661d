import { BARRIER } from '../reading/fold-text.ts';
import type { FoldedText } from '../reading/fold-text.ts';
import { findSeedWord, type SeedWord } from './word-lists.ts';

/** A word of a text and what it is to the word lists. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  readonly seed: SeedWord | undefined;
  /** Too much stands between this word and the one before it for both to be of one phrase. */
  readonly apart: boolean;
  /** Nothing but a digit stands between this word and the one before it: a digit for a letter, perhaps. */
  readonly glued: boolean;
}

const WORD = /[\p{L}\p{M}]+/gu;
/** Numbering, punctuation, a line's end and its indent. */
const MAX_GAP = 24;

/** Words in order: letters only, so that numbering, punctuation and quotes only part them. */
export function splitSeedText({ plain }: Pick<FoldedText, 'plain'>): readonly TextWord[] {
  const words: TextWord[] = [];
  let last = 0;
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    const gap = index - last;
    words.push({ start: index, end: index + word.length, plain: word, seed: findSeedWord(word), apart: gap > MAX_GAP || (gap > 9 && plain.slice(last, index).includes(BARRIER)), glued: gap === 1 && /\d/.test(plain.charAt(last)) });
    last = index + word.length;
  }
  return words;
}
