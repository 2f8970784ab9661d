import type { Locale } from '../../../domain/locales.ts';

/** A day, or a time of day, or both, where they stand in the plain text. */
export interface DatePart {
  readonly start: number;
  readonly end: number;
  /** ISO 8601: a day, week, month or span. */
  readonly date?: string;
  /** `14:30`, with `Z` where the text says UTC. */
  readonly time?: string;
  readonly confidence: number;
  readonly rank: number;
}

/** More parts of one form than a message has room for. */
export const MAX_PARTS = 150;

/** A day that lies further ahead than this is of last year: contacts speak of what has happened. */
const AHEAD_DAYS = 31;
const DAY_MS = 86_400_000;
/** Thai years count from 543 BC. */
const BUDDHIST_OFFSET = 543;

/** ISO day; undefined where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : undefined;
}

/** The year as written, in full and of our era: `26`, `2026` and `2569` are one. */
export function fullYear(written: string): number {
  const year = Number(written);
  if (written.length === 2) return 2000 + year;
  return year >= 2400 && year < 2700 ? year - BUDDHIST_OFFSET : year;
}

/** The latest such day that is not far ahead of now. */
export function dayWithoutYear(month: number, day: number, now: number): string | undefined {
  const year = new Date(now).getUTCFullYear();
  const latest = new Date(now + AHEAD_DAYS * DAY_MS).toISOString().slice(0, 10);
  return [year + 1, year, year - 1, year - 2, year - 3, year - 4].map((each) => isoDay(each, month, day)).find((date) => date !== undefined && date <= latest);
}

export function dayBefore(now: number, days: number): string {
  return new Date(now - days * DAY_MS).toISOString().slice(0, 10);
}

/** `2026-11`, some months before now. */
export function monthBefore(now: number, months: number): string {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
}

/** `2026-W47`, some weeks before now. ISO 8601: a week belongs to the year of its Thursday. */
export function weekBefore(now: number, weeks: number): string {
  const then = new Date(now - weeks * 7 * DAY_MS);
  const thursday = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth(), then.getUTCDate() + 4 - (then.getUTCDay() || 7)));
  const week = Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY_MS + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

export type DateOrder = 'mdy' | 'dmy' | 'ymd';
const ORDERS = new Map<string, DateOrder>();

/** In which order a language writes numeric dates, in a country if it is known; from the runtime's own tables. */
export function dateOrder(locale: Locale | null, region: string | undefined): DateOrder {
  const tag = locale === null ? 'en-GB' : region !== undefined && /^[A-Za-z]{2}$/.test(region) ? `${locale.split('-')[0]}-${region.toUpperCase()}` : locale;
  const known = ORDERS.get(tag);
  if (known) return known;
  const parts = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`).formatToParts(0);
  const order = parts.flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? type.charAt(0) : [])).join('') as DateOrder;
  // Countries come from outside; there are some hundreds of pairs and no more.
  ORDERS.set(tag, order);
  return order;
}
