import { RANKS } from '../finding.ts';
import type { WrittenNumber } from '../amounts/find-numbers.ts';
import { meaningsAs, type Reading, type Word } from '../reading.ts';
import { dayBefore, MAX_PARTS, monthBefore, weekBefore, type DatePart } from './calendar.ts';

const MINUTE_MS = 60_000;

/** Cues that say when, and what they say. */
const CUES: Readonly<Record<string, { readonly dateOf: (now: number) => string; readonly confidence: number }>> = {
  'time-now': { dateOf: instant, confidence: 0.8 },
  'time-today': { dateOf: (now) => dayBefore(now, 0), confidence: 0.85 },
  'time-last-night': { dateOf: (now) => dayBefore(now, 1), confidence: 0.7 },
  'time-yesterday': { dateOf: (now) => dayBefore(now, 1), confidence: 0.9 },
  'time-this-week': { dateOf: (now) => weekBefore(now, 0), confidence: 0.85 },
  'time-last-week': { dateOf: (now) => weekBefore(now, 1), confidence: 0.85 },
  'time-last-month': { dateOf: (now) => monthBefore(now, 1), confidence: 0.85 },
};

interface TimeUnit {
  readonly span: (count: number) => string;
  /** When it was, so many units ago. */
  readonly ago: (now: number, count: number) => string;
}

const UNITS: Readonly<Record<string, TimeUnit>> = {
  'unit-minute': { span: (count) => `PT${count}M`, ago: (now, count) => instant(now - count * MINUTE_MS) },
  'unit-hour': { span: (count) => `PT${count}H`, ago: (now, count) => instant(now - count * 60 * MINUTE_MS) },
  'unit-day': { span: (count) => `P${count}D`, ago: dayBefore },
  'unit-week': { span: (count) => `P${count}W`, ago: (now, count) => dayBefore(now, count * 7) },
  'unit-month': { span: (count) => `P${count}M`, ago: sameDayMonthsBefore },
};

/** More units than this are a price or a number of something else. */
const MOST_UNITS = 1_000;
/** Between a number and its unit: "3 days", "3-day"; measure words as in "3个小时". */
const GAP = /[ \u00A0\u202F-]?(?:[个個ヶか]\s?)?/y;
/** Turkish says "has lasted" by an ending: "3 gündür". */
const LASTING_ENDING = /(?:l[ae]r)?d[ıiuü]r$/i;

/** "yesterday", "3 hours ago", "seit 3 Tagen", "已经3天". */
export function findRelativeDates(reading: Reading, numbers: readonly WrittenNumber[]): DatePart[] {
  return [...findCues(reading), ...findSpans(reading, numbers)];
}

function findCues({ words, context: { now } }: Reading): DatePart[] {
  const parts: DatePart[] = [];
  for (const { word: { start, end }, meaning: { cue } } of meaningsAs(words, 'cue')) {
    if (parts.length === MAX_PARTS) break;
    const time = CUES[cue];
    if (time) parts.push({ start, end, date: time.dateOf(now), confidence: time.confidence, rank: RANKS.relative });
  }
  return parts;
}

function findSpans(reading: Reading, numbers: readonly WrittenNumber[]): DatePart[] {
  const parts: DatePart[] = [];
  for (const { start, end, written } of numbers) {
    if (parts.length >= MAX_PARTS) break;
    const count = Number(written);
    if (!/^\d{1,4}$/.test(written) || count < 1 || count > MOST_UNITS || /[A-Za-z]/.test(reading.text.charAt(start - 1))) continue;
    GAP.lastIndex = end;
    const place = GAP.test(reading.text) ? GAP.lastIndex : end;
    for (const { word, meaning } of meaningsAs(reading.startingAt(place), 'cue')) {
      const unit = UNITS[meaning.cue];
      if (unit && !word.gluedAfter) { parts.push(readSpan(reading, { start, count }, word, unit)); break; }
    }
  }
  return parts;
}

/** A day where the words beside it say that it was or has lasted so long; else the span alone, as in "takes 3 days". */
function readSpan(reading: Reading, { start, count }: { start: number; count: number }, word: Word, unit: TimeUnit): DatePart {
  const { now } = reading.context;
  const beside = besideSpan(reading, start, word);
  if (!beside) return { start, end: word.end, date: unit.span(count), confidence: 0.6, rank: RANKS.relative };
  return { start: Math.min(start, beside.start), end: Math.max(word.end, beside.end), date: unit.ago(now, count), confidence: beside.confidence, rank: RANKS.relative };
}

function besideSpan(reading: Reading, start: number, unit: Word): { start: number; end: number; confidence: number } | undefined {
  // The unit may have it in itself: "3일 전" where "일 전" is an expression of the cue.
  const within = timeWords(reading.startingBetween(unit.start, unit.end)).find(({ when }) => when === 'pastAfter');
  if (within) return { start, end: Math.max(unit.end, within.word.end), confidence: 0.9 };
  const after = timeWords(near(unit.end, reading, 'after')).find(({ when }) => when.endsWith('After'));
  if (after) return { start, end: after.word.end, confidence: after.when === 'pastAfter' ? 0.92 : 0.75 };
  if (LASTING_ENDING.test(reading.text.slice(unit.start, unit.end))) return { start, end: unit.end, confidence: 0.8 };
  const before = timeWords(near(start, reading, 'before')).find(({ when }) => when.endsWith('Before'));
  return before && { start: before.word.start, end: unit.end, confidence: before.when === 'pastBefore' ? 0.9 : 0.75 };
}

function timeWords(words: readonly Word[]): { word: Word; when: string }[] {
  return Array.from(meaningsAs(words, 'time'), ({ word, meaning }) => ({ word, when: meaning.when }));
}

/** Words that touch a place, but for at most two blanks. */
function near(place: number, { text, startingAt, endingAt }: Reading, side: 'before' | 'after'): Word[] {
  const words: Word[] = [];
  for (let gap = 0; gap <= 2; gap++) {
    words.push(...side === 'after' ? startingAt(place + gap) : endingAt(place - gap));
    if (!/[\s~]/.test(text.charAt(side === 'after' ? place + gap : place - gap - 1))) break;
  }
  return words;
}

/** To the minute, in UTC. */
function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

function sameDayMonthsBefore(now: number, months: number): string {
  const date = new Date(now);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, Math.min(date.getUTCDate(), lastDay))).toISOString().slice(0, 10);
}
