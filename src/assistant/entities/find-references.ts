import { MAX_FINDINGS, RANKS, type Finding } from './finding.ts';
import { meaningsAs, type Reading, type Word } from './reading.ts';

/** Our own numbers, as `src/conversation/case-number.ts` makes them: Crockford's base 32. */
const CASE_NUMBER = /(?<![\p{L}\p{N}_-])[\dA-HJKMNP-TV-Z]{4}-[\dA-HJKMNP-TV-Z]{4}(?![\p{L}\p{N}_]|-[\dA-Za-z])/giu;
const ALL_DIGITS = /^\d{4}-\d{4}$/;
/** A word and a year: "year-2026", "covid-2019". */
const WORD_AND_NUMBER = /^(?:[A-Z]{4}-\d{4}|\d{4}-[A-Z]{4})$/i;

/** A word this far before a number may say what it is, in UTF-16 code units. */
const REACH = 30;

const SEPARATORS = /[\s:：.,#№=()«»"'°-]{0,6}/y;
const NUMBER_SIGN = /[#№]/;
/** The number is part of the word: "Bestellnummer", "注文番号". */
const SAYS_NUMBER = /nummer|番号|번호|[号號]$|id$/iu;
const REFERENCE = /[A-Za-z\d]{1,36}(?:[-_/][A-Za-z\d]{1,36}){0,5}/y;
const HASH_NUMBER = /(?<![\p{L}\p{N}#&/])#\s?([A-Za-z]{0,6}-?\d{4,20})(?![\p{L}\p{N}])/gu;
const YEAR = /^(?:19|20)\d{2}$/;

/** Numbers of cases, orders and tickets. The latter two need a word or a sign beside them: a bare number says nothing. */
export function findReferences(reading: Reading): Finding[] {
  return [...findCases(reading), ...findNamed(reading), ...findHashNumbers(reading)];
}

function findCases(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { 0: written, index: start } of reading.text.matchAll(CASE_NUMBER)) {
    if (found.length === MAX_FINDINGS) break;
    if (!/\d/.test(written)) continue;
    const isNamed = reading.startingBetween(start - REACH, start).some((word) => isWordFor(word, 'ticket', 'number'));
    const confidence = isNamed ? 0.99 : confidenceOfCase(written);
    if (confidence > 0) found.push({ kind: 'case', start, end: start + written.length, value: written.toUpperCase(), confidence, rank: RANKS.case });
  }
  return found;
}

/** Digits alone are a telephone number or a span of years, unless a word says otherwise. */
function confidenceOfCase(written: string): number {
  if (ALL_DIGITS.test(written)) return 0;
  if (WORD_AND_NUMBER.test(written)) return written === written.toUpperCase() ? 0.6 : 0;
  return 0.95;
}

function findNamed(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { word, meaning } of meaningsAs(reading.words, 'context')) {
    if (found.length === MAX_FINDINGS) break;
    if (meaning.word !== 'order' && meaning.word !== 'ticket') continue;
    const reference = referenceAfter(reading, word);
    if (reference) found.push({ ...reference, kind: meaning.word });
  }
  return found;
}

/** "order", then at most two words such as "number" and "is", then something with digits. */
function referenceAfter(reading: Reading, { start, end: from }: Word): Omit<Finding, 'kind'> | undefined {
  const { text } = reading;
  let place = skipSeparators(text, from);
  let isCertain = NUMBER_SIGN.test(text.slice(from, place)) || SAYS_NUMBER.test(text.slice(start, from)) || followsNumberWord(reading, start);
  for (let count = 0; count < 2; count++) {
    const named = reading.startingAt(place).find((word) => isWordFor(word, 'number'));
    if (!named) break;
    isCertain = true;
    place = skipSeparators(text, named.end);
  }
  if (place === from && /[A-Za-z\d]/.test(text.charAt(from - 1))) return undefined;
  REFERENCE.lastIndex = place;
  const written = REFERENCE.exec(text)?.[0];
  if (!written || !isReference(written, isCertain)) return undefined;
  return { start: place, end: place + written.length, value: written.toUpperCase(), confidence: isCertain ? 0.93 : 0.75, rank: isCertain ? RANKS.numbered : RANKS.order };
}

/** "номер заказа 123", "رقم الطلب 123". */
function followsNumberWord(reading: Reading, start: number): boolean {
  return [1, 2].some((gap) => reading.endingAt(start - gap).some((word) => isWordFor(word, 'number')));
}

function isReference(written: string, isCertain: boolean): boolean {
  const digits = written.replace(/\D/g, '').length;
  if (digits < 3 || written.length > 64) return false;
  if (isCertain) return true;
  // "order 500", "order 2026", "ticket trc20": a word alone is weak evidence.
  return !YEAR.test(written) && digits >= 4 && digits * 3 >= written.length;
}

function findHashNumbers({ text }: Reading): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(HASH_NUMBER)) {
    if (found.length === MAX_FINDINGS) break;
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    found.push({ kind: 'ticket', start: end - number.length, end, value: number.toUpperCase(), confidence: 0.5, rank: RANKS.order });
  }
  return found;
}

function skipSeparators(text: string, from: number): number {
  SEPARATORS.lastIndex = from;
  return SEPARATORS.test(text) ? SEPARATORS.lastIndex : from;
}

function isWordFor({ meanings }: Word, ...wanted: string[]): boolean {
  return meanings.some((meaning) => meaning.as === 'context' && wanted.includes(meaning.word));
}
