/** A number as written, and where it stands in the plain text. */
export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** More numbers than a message has room for. */
const MAX_NUMBERS = 2_000;

/**
 * Digits with separators, or groups of three behind blanks ("1 200,50"). Every repetition is bounded
 * and a number begins only where none is going on, so the pattern is linear.
 */
const NUMBER = /(?<![\d_]|\d[.,])(?:\d{1,3}(?:[ \u00A0\u202F]\d{3}(?!\d))+(?:[.,]\d{1,18})?|\d{1,30}(?:[.,'\u2019\u066B\u066C]\d{1,30}){0,8})(?![\d_])/g;

export function findNumbers(text: string): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    if (numbers.length === MAX_NUMBERS) break;
    numbers.push({ start: match.index, end: match.index + match[0].length, written: match[0] });
  }
  return numbers;
}
