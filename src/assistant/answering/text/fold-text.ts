import { foldDiacritics } from '../../../knowledge/search/text/normalise-text.ts';

/** Short vowels, tatweel; letters that are typed in several ways. */
const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;
const ARABIC_LETTERS: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك' };
const ARABIC_VARIANT = new RegExp(`[${Object.keys(ARABIC_LETTERS).join('')}]`, 'g');
const ASCII = /^[\x20-\x7E]*$/;

/**
 * The form in which texts are compared: compatibility forms, case, digits of other scripts, emphasis
 * and diacritics all made one. What looks alike to a reader is alike here; imitations from other
 * alphabets are not, and stay different.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(EMPHASIS, '');
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC')
    .replace(/\p{Nd}/gu, asciiDigit).replace(EMPHASIS, '').replace(/[\u2018\u2019\u02BC\u00B4]/g, "'").replace(/[\u2010-\u2015\u2212]/g, '-');
  return foldDiacritics(plain.replace(ARABIC_MARKS, '').replace(ARABIC_VARIANT, (letter) => ARABIC_LETTERS[letter] ?? letter));
}

/** A pattern that is written for readers, in the forms that folded texts have. */
export function foldPattern(pattern: string): string {
  return pattern.normalize('NFKC').replace(ARABIC_VARIANT, (letter) => ARABIC_LETTERS[letter] ?? letter);
}

/** Markdown's signs of emphasis, which a reader does not see. */
const EMPHASIS = /[*_`~]/g;

/** Digits of every script come in runs of ten from zero to nine (Unicode, general category Nd). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
