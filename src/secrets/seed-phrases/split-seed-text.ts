import { BARRIER, type FoldedText } from '../reading/fold-text.ts';
import { createUnitTable } from '../reading/unit-table.ts';
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

/** Numbering, punctuation, a line's end and its indent. */
const MAX_GAP = 24;
const SHORTEST_MARKER = 5;

const LETTER = 1;
const OTHER = 2;
/** Halves of rare characters count as letters: no word of a list has any. */
const classAt = createUnitTable((unit) => (/[\p{L}\p{M}\uD800-\uDFFF]/u.test(unit) ? LETTER : OTHER));

/** Words in order: letters only, so that numbering, punctuation and quotes only part them. */
export function splitSeedText({ plain }: Pick<FoldedText, 'plain'>): readonly TextWord[] {
  const words: TextWord[] = [];
  let last = 0;
  let at = 0;
  while (at < plain.length) {
    const start = at;
    while (at < plain.length && classAt(plain, at) === LETTER) at += 1;
    if (at > start) {
      words.push(readWord(plain, last, start, at));
      last = at;
    }
    at += 1;
  }
  return words;
}

function readWord(text: string, last: number, start: number, end: number): TextWord {
  const plain = text.slice(start, end);
  const gap = start - last;
  return {
    start, end, plain,
    seed: findSeedWord(plain),
    apart: gap > MAX_GAP || (gap > SHORTEST_MARKER && text.slice(last, start).includes(BARRIER)),
    glued: gap === 1 && /\d/.test(text.charAt(last)),
  };
}
