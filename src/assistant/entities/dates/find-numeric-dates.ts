import { RANKS } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { dateOrder, dayWithoutYear, fullYear, isoDay, MAX_PARTS, type DatePart } from './calendar.ts';

/** 2026-11-03, 2026/11/3, 2026. 11. 3., 2026年11月3日, 2026년 11월 3일. */
const YEAR_FIRST = /(?<![\d.,/:-])(\d{4})(?:\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})|\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일])(?![\d]|[-/:]\d)/g;
/** 3.11.2026, 11/03/26. */
const YEAR_LAST = /(?<![\d.,/:-])(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d]|[-/:]\d|\.\d)/g;
/** 11月3日, 11월 3일. */
const CJK = /(?<![\d.,/:-])(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]?/g;
/** 03.11., 11/03: a fraction, a version or "1/12 confirmations" as often, so the form is strict and belief is weak. */
const NO_YEAR = /(?<![\d.,/:-])(?:(\d{1,2})\.(\d{1,2})\.(?!\d)|(\d{1,2})\/(\d{1,2})(?![\d/%]|\.\d))/g;

export function findNumericDates(reading: Reading): DatePart[] {
  return [...yearFirst(reading), ...yearLast(reading), ...cjk(reading), ...withoutYear(reading)];
}

function yearFirst({ text }: Reading): DatePart[] {
  return collect(text, YEAR_FIRST, ([, year = '', month, day, cjkMonth, cjkDay]) => (
    { date: isoDay(fullYear(year), Number(month ?? cjkMonth), Number(day ?? cjkDay)), confidence: 0.97 }));
}

/** Day or month first is the language's habit, unless only one of them can be. Points are written where the day is first. */
function yearLast({ text, context: { locale, region } }: Reading): DatePart[] {
  const order = dateOrder(locale, region);
  return collect(text, YEAR_LAST, ([, first = '', mark, second = '', year = '']) => {
    const isMonthFirst = Number(second) > 12 || (order === 'mdy' && mark !== '.' && Number(first) <= 12);
    const [day, month] = isMonthFirst ? [second, first] : [first, second];
    return { date: isoDay(fullYear(year), Number(month), Number(day)), confidence: sureness(first, second, { isSure: locale !== null && (locale !== 'en' || region !== undefined || mark === '.') }) };
  });
}

function cjk({ text, context: { now } }: Reading): DatePart[] {
  return collect(text, CJK, ([, month, day]) => ({ date: dayWithoutYear(Number(month), Number(day), now), confidence: 0.9 }));
}

function withoutYear({ text, context: { now, locale, region } }: Reading): DatePart[] {
  const order = dateOrder(locale, region);
  return collect(text, NO_YEAR, ([written = '', dottedDay, dottedMonth, first = '', second = '']) => {
    if (dottedDay !== undefined) return { date: dayWithoutYear(Number(dottedMonth), Number(dottedDay), now), confidence: 0.8 };
    // "24/7", "1/2": round the clock and one half.
    // "12/20" where days come first: twelve of twenty.
    if (written === '24/7' || written.length < 4 || (order === 'dmy' && Number(second) > 12)) return { date: undefined, confidence: 0 };
    const isMonthFirst = order !== 'dmy' && Number(first) <= 12;
    const [day, month] = isMonthFirst ? [second, first] : [first, second];
    return { date: dayWithoutYear(Number(month), Number(day), now), confidence: Math.min(/^0|\/0/.test(written) ? 0.6 : 0.45, sureness(first, second, { isSure: locale !== null && locale !== 'en' })) };
  });
}

/** Either order would do where both are months, unless the language is sure of its own. */
function sureness(first: string, second: string, { isSure }: { isSure: boolean }): number {
  const isClear = Number(first) > 12 || Number(second) > 12 || first === second;
  return isClear ? 0.95 : isSure ? 0.85 : 0.5;
}

function collect(text: string, pattern: RegExp, read: (match: RegExpExecArray) => { date: string | undefined; confidence: number }): DatePart[] {
  const parts: DatePart[] = [];
  let candidates = 0;
  for (const match of text.matchAll(pattern)) {
    if (candidates === MAX_PARTS) break;
    candidates += 1;
    const { date, confidence } = read(match);
    if (date !== undefined) parts.push({ start: match.index, end: match.index + match[0].trimEnd().length, date, confidence, rank: RANKS.dated });
  }
  return parts;
}
