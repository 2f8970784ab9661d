import type { Reading, Word } from './reading.ts';

const LATIN_WORD = /[A-Za-z\u00C0-\u024F]{2,40}/g;
/** As much around a word as tells how its sentence is written, in UTF-16 code units. */
const AROUND = 60;

/** Whether the words around are in capitals, so that those of a word say nothing. Coins and networks do not count: they are written so. */
export function isShouted(reading: Reading, { start, end }: Word): boolean {
  const from = Math.max(0, start - AROUND);
  let shouted = 0;
  let calm = 0;
  for (const { 0: written, index } of reading.text.slice(from, end + AROUND).matchAll(LATIN_WORD)) {
    if (written !== written.toUpperCase()) calm += 1;
    else if (!isTrade(reading, from + index)) shouted += 1;
  }
  return shouted > 1 && shouted > calm;
}

function isTrade(reading: Reading, place: number): boolean {
  return reading.startingAt(place).some(({ meanings }) => meanings.some(({ as }) => as === 'coin' || as === 'network' || as === 'currency'));
}

/** A capital letter within a sentence: a name, unless all is shouted. */
export function isCapitalised(reading: Reading, word: Word): boolean {
  const first = reading.text.charAt(word.start);
  if (first === first.toLowerCase() || isShouted(reading, word)) return false;
  const before = reading.text.slice(Math.max(0, word.start - 3), word.start).trimEnd();
  return before !== '' && !/[.!?:;\n]$/.test(before);
}

/** Whether a ticker is written letter by letter: "dài" is no DAI. */
export function isSpelt(reading: Reading, { start, end }: Word, tickers: readonly string[]): boolean {
  return tickers.includes(reading.text.slice(start, end).toUpperCase());
}
