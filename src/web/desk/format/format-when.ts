import { createKeeper } from '../../staff/format/keeper.ts';
import type { StaffLanguage } from '../../staff/preferences/preferences.ts';

/** A time that a contact spoke of, for the agent to read. */
export interface SpokenTime {
  readonly words: string;
  /** Whose clock a time of day is of: the contact's as said, or the agent's where it is a known instant. */
  readonly clock: 'contact' | 'agent' | null;
}

const DAY_MS = 86_400_000;
const SPAN_UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };
const SHORT_SPAN_UNITS: Readonly<Record<string, string>> = { M: 'minute', H: 'hour', S: 'second' };

const spans = createKeeper((key: string) => {
  const [language = 'en', unit = 'day'] = key.split(' ');
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
});

/**
 * The forms of ISO 8601 that understanding writes, in the agent's language: a day, an instant (`…Z`), a
 * local time, a week, a month, a span (`P3D`). Anything else comes back as it is. Pure.
 * @param now in ms; days of this year are named without the year.
 * @param timeZone the agent's; the browser's own where it is left out.
 */
export function formatWhen(value: string, language: StaffLanguage, now: number, timeZone?: string): SpokenTime {
  const said = (words: string): SpokenTime => ({ words, clock: null });
  const span = /^P(T?)(\d+)([DWMYHS])$/.exec(value);
  if (span) return said(formatSpan(span, language) ?? value);
  const week = /^(\d{4})-W(\d{2})$/.exec(value);
  if (week) return said(formatWeek(Number(week[1]), Number(week[2]), language));
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)) return said(format(Date.parse(value), language, { month: 'long', year: 'numeric' }, 'UTC'));
  const match = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}[\d:.]*(Z?))?$/.exec(value);
  // A local time is read as UTC and written as UTC: nobody's zone comes between.
  const at = match ? Date.parse(match[1] && !match[2] ? `${value}Z` : value) : NaN;
  if (!match || Number.isNaN(at)) return said(value);
  const day = dayOptions(value, now);
  if (!match[1]) return said(format(at, language, day, 'UTC'));
  const time = { ...day, hour: 'numeric', minute: '2-digit' } as const;
  return match[2]
    ? { words: format(at, language, { ...time, timeZoneName: 'short' }, timeZone), clock: 'agent' }
    : { words: format(at, language, time, 'UTC'), clock: 'contact' };
}

function dayOptions(value: string, now: number): Intl.DateTimeFormatOptions {
  const isThisYear = value.startsWith(String(new Date(now).getUTCFullYear()));
  return { weekday: 'short', day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) };
}

function formatSpan([, isTime, count, letter = '']: RegExpExecArray, language: StaffLanguage): string | undefined {
  const unit = (isTime ? SHORT_SPAN_UNITS : SPAN_UNITS)[letter];
  return unit && spans(`${language} ${unit}`).format(Number(count));
}

/** Monday to Sunday; the week of 4 January is the first. */
function formatWeek(year: number, week: number, language: StaffLanguage): string {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * DAY_MS + (week - 1) * 7 * DAY_MS;
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(monday, monday + 6 * DAY_MS);
}

function format(at: number, language: StaffLanguage, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(language, { ...options, ...(timeZone === undefined ? {} : { timeZone }) }).format(at);
}
