import { RANKS } from '../finding.ts';
import { meaningsAs, type Reading, type Word } from '../reading.ts';
import { dayWithoutYear, fullYear, isoDay, MAX_PARTS, type DatePart } from './calendar.ts';

/** "3 ", "3. ", "3rd of ", "3 de ", "1er ", "ngày 3 " before the name of a month; every part is bounded. */
const DAY_BEFORE = /(?<![\d.,:/])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?,?\s?(?:(?:of|de|of the|do)\s)?$/i;
/** " 3", " 3rd" behind it; "November 2026" has no day. */
const DAY_AFTER = /^\.?,?\s?(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]|\s?(?:am|pm)\b)/i;
const YEAR_AFTER = /^(?:\s?\.)?,?\s?(?:(?:de|del|do|năm|nam|of|г)\s)?(\d{4})(?!\d)/i;
const YEAR_BEFORE = /(?<!\d)(\d{4})[,]?\s$/;
const LONGEST = 16;

/** Days with the name of a month, and months with a year. */
export function findNamedDates(reading: Reading): DatePart[] {
  const parts: DatePart[] = [];
  let candidates = 0;
  for (const { word, meaning } of meaningsAs(reading.words, 'month')) {
    if (candidates === MAX_PARTS) break;
    candidates += 1;
    const part = readDate(reading, word, meaning.month);
    if (part) parts.push(part);
  }
  return parts;
}

function readDate({ text, context: { now } }: Reading, { start, end }: Word, month: number): DatePart | undefined {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const dayBefore = DAY_BEFORE.exec(before);
  const rest = text.slice(end, end + LONGEST);
  const dayAfter = dayBefore ? null : DAY_AFTER.exec(rest);
  const from = dayBefore ? start - before.length + dayBefore.index : start;
  const afterDay = end + (dayAfter?.[0].length ?? 0);
  const year = YEAR_AFTER.exec(text.slice(afterDay, afterDay + LONGEST));
  const to = afterDay + (year?.[0].length ?? 0);
  const day = dayBefore?.[1] ?? dayAfter?.[1];
  if (day === undefined) return monthOfYear({ text, start, end }, year, month);
  const date = year ? isoDay(fullYear(year[1] ?? ''), month, Number(day)) : dayWithoutYear(month, Number(day), now);
  return date === undefined ? undefined : { start: from, end: to, date, confidence: year ? 0.97 : 0.9, rank: RANKS.dated };
}

function monthOfYear({ text, start, end }: { text: string; start: number; end: number }, year: RegExpExecArray | null, month: number): DatePart | undefined {
  const before = year ? null : YEAR_BEFORE.exec(text.slice(Math.max(0, start - 7), start));
  const written = year?.[1] ?? before?.[1];
  const full = fullYear(written ?? '');
  if (written === undefined || full < 1990 || full > 2100) return undefined;
  const value = `${full}-${String(month).padStart(2, '0')}`;
  return { start: before ? start - before[0].length : start, end: end + (year?.[0].length ?? 0), date: value, confidence: 0.85, rank: RANKS.dated };
}
