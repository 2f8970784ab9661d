import { foldDiacritics, normaliseText } from '../../../knowledge/search/text/normalise-text.ts';

/**
 * Kinds of characters between which a word may begin or end. Digits and letters are told apart, and
 * scripts too, as "100usdt" and "USDT를" are written without a blank.
 */
export const BLANK = 0;
export const DIGIT = 1;
export const LATIN = 2;
export const HANGUL = 3;
export const OTHER = 4;
export const UNSPACED = 5;
export type CharacterClass = typeof BLANK | typeof DIGIT | typeof LATIN | typeof HANGUL | typeof OTHER | typeof UNSPACED;

/** Written forms of every character of the basic plane met so far; each is asked for thousands of times. */
const FOLDED: (string | undefined)[] = [];

/** A letter in the form in which the lexicons are written: '' for marks that do not matter, ' ' for punctuation. */
export function foldLetter(code: number): string {
  return FOLDED[code] ??= fold(String.fromCharCode(code));
}

function fold(character: string): string {
  // A mark that has no letter before it to be composed with.
  if (/[\u0300-\u036F\u3099\u309A]/.test(character)) return '';
  return foldDiacritics(normaliseText(character)).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}

/** Class of a folded character. */
export function classOf(code: number): CharacterClass {
  if (code < 0x80) return code === 0x20 ? BLANK : code >= 0x30 && code <= 0x39 ? DIGIT : LATIN;
  if (code < 0x0250) return LATIN;
  if (code >= 0xAC00 && code <= 0xD7AF) return HANGUL;
  return isUnspacedCode(code) ? UNSPACED : OTHER;
}

/** The blocks of the scripts that `isUnspaced` of the search's words names. */
function isUnspacedCode(code: number): boolean {
  return (code >= 0x3005 && code <= 0x9FFF && code !== 0x3030) || (code >= 0x0E00 && code <= 0x0EFF)
    || (code >= 0x1000 && code <= 0x109F) || (code >= 0x1780 && code <= 0x17FF) || (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xD840 && code <= 0xDFFF);
}
