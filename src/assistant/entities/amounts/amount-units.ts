import type { Locale } from '../../../domain/locales.ts';
import { isSpelt } from '../letter-case.ts';
import type { Meaning } from '../meaning.ts';
import { meaningsAs, type Reading, type Word } from '../reading.ts';
import { COIN_SYMBOLS, CURRENCIES, SHARED_SYMBOLS } from '../tables/currencies.ts';
import type { WrittenNumber } from './find-numbers.ts';

/** What an amount is of. */
export interface Unit {
  readonly symbol: string;
  readonly isMoney: boolean;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** Measure words between a Chinese or Japanese number and what is counted. */
const AFTER_NUMBER = /[ \u00A0\u202F]{0,2}(?:[个個枚][ ]?)?/y;
const BEFORE_NUMBER = /(?:[:=]?[ \u00A0\u202F]{0,2})$/;
/** Chinese traders count USDT in U: "1000U". */
const TETHER_SHORT = /[uU](?![A-Za-z\d])/y;

const SYMBOLS = new Map<string, { readonly code: string; readonly isMoney: boolean }>([
  ...CURRENCIES.flatMap(({ code, symbols = [] }) => symbols.map((symbol) => [symbol, { code, isMoney: true }] as const)),
  ...Object.entries(COIN_SYMBOLS).map(([symbol, code]) => [symbol, { code, isMoney: false }] as const),
  ...Object.entries(SHARED_SYMBOLS).map(([symbol, { usual }]) => [symbol, { code: usual, isMoney: true }] as const),
]);
const LONGEST_SYMBOL = Math.max(...Array.from(SYMBOLS.keys(), ({ length }) => length));

/** The coin or currency behind a number or its multiplier. */
export function unitAfter(reading: Reading, from: number): Unit | undefined {
  const place = skipToUnit(reading.text, from);
  const symbol = symbolAt(reading, place);
  if (symbol) return symbol;
  for (const word of reading.startingAt(place)) {
    const unit = wordUnit(word, reading, { allowsNames: true });
    if (unit) return unit;
  }
  TETHER_SHORT.lastIndex = place;
  const isChinese = reading.context.locale?.startsWith('zh') ?? /\p{Script=Han}/u.test(reading.text.slice(Math.max(0, place - 40), place + 40));
  if (isChinese && TETHER_SHORT.test(reading.text)) return { symbol: 'USDT', isMoney: true, start: place, end: place + 1, confidence: 0.8 };
  return undefined;
}

/** "$500", "USDT 500", "BTC: 0.5" – but neither "BTC 3 days" nor "bitcoin 50 %": a number with a unit or a letter behind it has its own. */
export function unitBefore(reading: Reading, number: WrittenNumber, end: number): Unit | undefined {
  const before = reading.text.slice(Math.max(0, number.start - LONGEST_SYMBOL - 3), number.start);
  const gap = BEFORE_NUMBER.exec(before)?.[0].length ?? 0;
  const place = number.start - gap;
  const symbol = symbolEndingAt(reading, place);
  if (symbol) return symbol;
  if (hasOwnUnit(reading, end)) return undefined;
  // "xrp 2026" asks for next year's price.
  if (/^20[0-4]\d$/.test(number.written)) return undefined;
  for (const word of reading.endingAt(place)) {
    const unit = wordUnit(word, reading, { allowsNames: false });
    if (unit) return { ...unit, confidence: Math.min(unit.confidence, 0.75) };
  }
  return undefined;
}

function hasOwnUnit(reading: Reading, from: number): boolean {
  if (/^[ ]?[%°:/]|^[A-Za-z]/.test(reading.text.slice(from, from + 2))) return true;
  const words = reading.startingAt(skipToUnit(reading.text, from));
  return words.some(({ meanings }) => meanings.some((meaning) => meaning.as === 'month' || (meaning.as === 'cue' && meaning.cue.startsWith('unit-'))));
}

function wordUnit(word: Word, reading: Reading, { allowsNames }: { allowsNames: boolean }): Unit | undefined {
  const place = { start: word.start, end: word.end };
  if (allowsNames && word.gluedAfter) return undefined;
  for (const { meaning } of meaningsAs([word], 'coin')) {
    const { coin, by } = meaning;
    if (by === 'ticker' && !isSpelt(reading, word, [coin.symbol, ...coin.tickers ?? []])) continue;
    if (by === 'ticker' && coin.commonIn?.some((locale) => locale === reading.context.locale) && !isWrittenAsCode(reading, word, true)) continue;
    if (!allowsNames && (by !== 'ticker' || !isWrittenAsCode(reading, word, meaning.coin.isWord))) continue;
    return { ...place, symbol: coin.symbol, isMoney: coin.isStable ?? false, confidence: confidenceOf(reading, word, meaning) };
  }
  for (const { meaning } of meaningsAs([word], 'currency')) {
    if (meaning.by === 'word' && (!allowsNames || !isSpeltShort(reading, word, meaning.currency.words))) continue;
    if (meaning.by === 'code' && !isWrittenAsCode(reading, word, meaning.currency.isWord)) continue;
    return { ...place, symbol: meaning.currency.code, isMoney: true, confidence: 0.9 };
  }
  return undefined;
}

/** "I clicked 1 link" may be of the coin, and hardly is. */
function confidenceOf(reading: Reading, word: Word, { coin, by }: Extract<Meaning, { as: 'coin' }>): number {
  if (by === 'name' || !coin.isWord) return 0.98;
  return isWrittenAsCode(reading, word, true) ? 0.9 : 0.5;
}

/** Of two letters the diacritics matter: "100 đô" is money, "100 do" is none. */
function isSpeltShort({ text }: Reading, { start, end }: Word, words: readonly string[] = []): boolean {
  return end - start > 2 || words.includes(text.slice(start, end).toLowerCase());
}

function isWrittenAsCode(reading: Reading, { start, end }: Word, isWord: boolean | undefined): boolean {
  const written = reading.text.slice(start, end);
  return !isWord || written === written.toUpperCase();
}

function symbolAt(reading: Reading, place: number): Unit | undefined {
  for (let length = LONGEST_SYMBOL; length > 0; length--) {
    const unit = symbolOf(reading, place, place + length);
    if (unit) return unit;
  }
  return undefined;
}

function symbolEndingAt(reading: Reading, place: number): Unit | undefined {
  for (let length = LONGEST_SYMBOL; length > 0; length--) {
    const unit = symbolOf(reading, place - length, place);
    if (unit) return unit;
  }
  return undefined;
}

function symbolOf(reading: Reading, start: number, end: number): Unit | undefined {
  if (start < 0) return undefined;
  const { text, context } = reading;
  const written = text.slice(start, end);
  const symbol = SYMBOLS.get(written) ?? (/^rp\.?$/i.test(written) ? { code: 'IDR', isMoney: true } : undefined);
  if (!symbol) return undefined;
  // Letters that are symbols are whole words: "RM 50", not "FORM 50".
  if (/^\p{L}/u.test(written) && /\p{L}/u.test(text.charAt(start - 1))) return undefined;
  if (/\p{L}$/u.test(written) && /\p{L}/u.test(text.charAt(end))) return undefined;
  const shared = SHARED_SYMBOLS[written];
  const region = context.region ?? regionOf(context.locale);
  const code = shared?.byRegion[region] ?? symbol.code;
  return { symbol: code, isMoney: symbol.isMoney, start, end, confidence: shared ? 0.8 : 0.95 };
}

/** A language says as much of a country as is certain: Chinese and Japanese yen signs differ. */
function regionOf(locale: Locale | null): string {
  if (locale === 'zh-CN') return 'CN';
  return locale === 'ja' ? 'JP' : '';
}

/** Over blanks and measure words. */
export function skipToUnit(text: string, from: number): number {
  AFTER_NUMBER.lastIndex = from;
  return AFTER_NUMBER.test(text) ? AFTER_NUMBER.lastIndex : from;
}
