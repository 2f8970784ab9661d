import { MAX_FINDINGS, type Finding } from '../finding.ts';
import type { WrittenNumber } from '../amounts/find-numbers.ts';
import type { Reading } from '../reading.ts';
import type { DatePart } from './calendar.ts';
import { findNamedDates } from './find-named-dates.ts';
import { findNumericDates } from './find-numeric-dates.ts';
import { findRelativeDates } from './find-relative-dates.ts';
import { findTimes } from './find-times.ts';

/** What may stand between a day and its time: "at", "um", "T", a comma; no digits, so that nothing of its own is swallowed. */
const GAP = /^[\sT,.]{0,3}(?:[\p{L}\p{M}]{1,5}[\s,.]{1,2})?[(]?$/u;
const LONGEST_GAP = 10;

/** Dates, times, and days with their times as one. */
export function findDates(reading: Reading, numbers: readonly WrittenNumber[]): Finding[] {
  const days = [...findNumericDates(reading), ...findNamedDates(reading), ...findRelativeDates(reading, numbers)];
  const parts = withoutOverlaps([...days, ...findTimes(reading.text)]);
  const found: Finding[] = [];
  for (let i = 0; i < parts.length && found.length < MAX_FINDINGS; i++) {
    const [part, next] = [parts[i], parts[i + 1]];
    if (!part) continue;
    const joined = next && join(reading.text, part, next);
    found.push(toFinding(joined ?? part, reading.context.now));
    if (joined) i += 1;
  }
  return found;
}

/** The longer of two that overlap, in order of start. */
function withoutOverlaps(parts: readonly DatePart[]): DatePart[] {
  const kept: DatePart[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= part.start) kept.push(part);
    else if (part.rank > last.rank || (part.rank === last.rank && part.end - part.start > last.end - last.start)) kept[kept.length - 1] = part;
  }
  return kept;
}

function join(text: string, first: DatePart, second: DatePart): DatePart | undefined {
  const [day, time] = first.time === undefined ? [first, second] : [second, first];
  const gap = text.slice(first.end, second.start);
  const isDay = day.time === undefined && /^\d{4}-\d{2}-\d{2}$/.test(day.date ?? '');
  if (!isDay || time.time === undefined || second.start - first.end > LONGEST_GAP || !GAP.test(gap)) return undefined;
  return { ...day, start: first.start, end: second.end, time: time.time, confidence: Math.min(day.confidence, 0.95) };
}

/** A time alone is today's, which it need not be. */
function toFinding({ start, end, date, time, confidence, rank }: DatePart, now: number): Finding {
  const day = date ?? new Date(now).toISOString().slice(0, 10);
  return { kind: 'date', start, end, value: time === undefined ? day : `${day}T${time}`, confidence, rank };
}
