import { MAX_FINDINGS, RANKS, type Finding } from './finding.ts';
import { isCapitalised, isShouted, isSpelt } from './letter-case.ts';
import type { Meaning } from './meaning.ts';
import { meaningsAs, type Reading, type Word } from './reading.ts';

type Coin = Extract<Meaning, { as: 'coin' }>;

/** Coins by ticker or name, where no amount and no network is made of them. */
export function findCoins(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { word, meaning } of meaningsAs(reading.words, 'coin')) {
    if (found.length === MAX_FINDINGS) break;
    const confidence = isPartOfWord(reading, word) ? 0 : confidenceOf(reading, word, meaning);
    if (confidence > 0) found.push({ kind: 'coin', start: word.start, end: word.end, value: meaning.coin.symbol, confidence, rank: RANKS.coin });
  }
  return found;
}

/** Beside a digit it is a piece of something else; inside a run of katakana, too. */
export function isPartOfWord({ text }: Reading, { start, end, gluedBefore, gluedAfter }: Word): boolean {
  if (gluedBefore || gluedAfter) return true;
  return /[\u30A1-\u30FC]/.test(text.charAt(start)) && /[\u30A1-\u30FC]/.test(text.charAt(start - 1)) && end > start;
}

function confidenceOf(reading: Reading, word: Word, { coin, by }: Coin): number {
  const written = reading.text.slice(word.start, word.end);
  if (by === 'name') return 0.97;
  if (by === 'word') return isCapitalised(reading, word) ? 0.7 : 0;
  if (!isSpelt(reading, word, [coin.symbol, ...coin.tickers ?? []])) return 0;
  if (!coin.isWord || reading.text.charAt(word.start - 1) === '$') return 0.97;
  // "SEND ME THE LINK" names no coin, "my LINK is gone" does.
  return written === written.toUpperCase() && !isShouted(reading, word) ? 0.85 : 0;
}
