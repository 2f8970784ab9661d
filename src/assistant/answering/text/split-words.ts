import { foldText } from './fold-text.ts';

/** A character of a script without blanks between words, a digit excepted; a pattern. */
export const UNSPACED = '(?!\\p{N})[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\u30FC\u3005]';
const RUN = new RegExp(`${UNSPACED}\\p{M}*|(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{Nd}])+`, 'gu');
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');

/** Words as they are compared; where a script has no blanks, pairs of neighbouring characters. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let before = '';
  let end = 0;
  const folded = foldText(text);
  for (const { 0: run, index } of folded.matchAll(RUN)) {
    if (!IS_UNSPACED.test(run)) words.push(run);
    else if (before !== '' && end === index) words.push(before + run);
    before = IS_UNSPACED.test(run) ? run : '';
    end = index + run.length;
  }
  return words;
}

/** Letters from which on a word's ending is taken for grammar. */
const STEM = 5;

/** What words of one root mostly have in common. */
export function stemOf(word: string): string {
  return word.slice(0, STEM);
}
