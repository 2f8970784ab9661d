import type { Reading, Word } from './reading.ts';

const LATIN_WORD = /[A-Za-z\u00C0-\u024F]{2,40}/g;
/** Where the neighbours of a word are looked for, in UTF-16 code units, and how many of them count on either side. */
const AROUND = 40;
const NEIGHBOURS = 3;

/** Whether the words around are in capitals, so that those of a word say nothing. Coins and networks do not count: they are written so. */
export function isShouted(reading: Reading, { start, end }: Word): boolean {
  const neighbours = [...neighboursIn(reading, Math.max(0, start - AROUND), start).slice(-NEIGHBOURS), ...neighboursIn(reading, end, end + AROUND).slice(0, NEIGHBOURS)];
  const shouted = neighbours.filter((written) => written === written.toUpperCase()).length;
  return shouted > 1 && shouted > neighbours.length - shouted;
}

function neighboursIn(reading: Reading, from: number, to: number): string[] {
  return Array.from(reading.text.slice(from, to).matchAll(LATIN_WORD)).filter(({ index }) => !isTrade(reading, from + index)).map(([written]) => written);
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
