import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

const DAY_MS = 86_400_000;
/** No deadline lies farther ahead: a week of one minute, or years of holidays, must not keep an append busy. */
const LOOK_AHEAD_MS = 3 * 366 * DAY_MS;
/** More than one look ahead, so that a single long walk does not push out its own days; then they start anew. */
const MAX_CACHED_DAYS = 2_048;

const span = z.strictObject({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day such as 09:00'),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected a time of day such as 18:00, at most 24:00'),
}).refine(({ from, to }) => from < to, 'expected "from" to be before "to"');

const spansOfWeekday = z.array(span)
  .refine((spans) => spans.every(({ from }, index) => (spans[index - 1]?.to ?? '00:00') <= from), 'expected spans in order that do not overlap');

/** When a team works. `always`: around the clock. */
export const calendarSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({
    kind: z.literal('business'),
    timeZone: z.string().refine(isTimeZone, 'expected an IANA time zone such as Asia/Tokyo'),
    /** Seven lists, Monday first; times are what a clock on the wall shows in the zone. */
    week: z.array(spansOfWeekday).length(7)
      .refine((week) => week.some((spans) => spans.length > 0), 'expected working hours on at least one day'),
    /** Days in the zone on which nobody works. */
    holidays: z.array(z.iso.date()).max(400),
  }),
]);
export type Calendar = z.infer<typeof calendarSchema>;
type BusinessCalendar = Extract<Calendar, { kind: 'business' }>;

/** From `start` up to but not including `end`; ms, since the epoch or since midnight. */
interface Span { readonly start: number; readonly end: number }

/** A calendar as the hot path reads it. Days are whole days since 1970-01-01. */
interface Plan {
  readonly timeZone: string;
  readonly week: readonly (readonly Span[])[];
  readonly holidays: ReadonlySet<number>;
  /** Working time within each day of UTC, in order: unlike the days of a zone, those never overlap or fail to exist. */
  readonly days: Map<number, readonly Span[]>;
}

/** A stretch of time with one offset from UTC (ms, positive in the east). */
interface OffsetSpan extends Span { readonly offset: number }

/** By the object, which must therefore not be changed once it is in use. */
const plans = new WeakMap<BusinessCalendar, Plan>();

/**
 * The moment at which `ms` of working time after `startMs` are over, in ms since the epoch: the end of
 * a span rather than the start of the next one, and `startMs` itself where `ms` is not positive. Not later
 * than 1098 days (three years) after `startMs` unless the calendar is `always`: where so much working
 * time is not found by then, that bound is the answer. Infinity and NaN are passed on.
 * @throws RangeError where a business calendar is asked about a moment that no Date can hold.
 */
export function addWorkingTime(calendar: Calendar, startMs: number, ms: number): number {
  if (ms <= 0) return startMs;
  if (calendar.kind === 'always' || !Number.isFinite(startMs + ms)) return startMs + ms;
  const plan = planOf(calendar);
  const bound = startMs + LOOK_AHEAD_MS;
  let left = ms;
  for (let day = dayOf(startMs); day * DAY_MS < bound; day += 1) {
    for (const { start, end } of spansOfDay(plan, day)) {
      const begin = Math.max(start, startMs);
      if (begin >= end) continue;
      if (left <= end - begin) return Math.min(begin + left, bound);
      left -= end - begin;
    }
  }
  return bound;
}

/**
 * Working ms between two moments (ms since the epoch), 0 where `toMs` is not after `fromMs`. Takes time in
 * proportion to the days between. Infinity and NaN are passed on; throws as {@link addWorkingTime} does.
 */
export function workingTimeBetween(calendar: Calendar, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  if (calendar.kind === 'always' || !Number.isFinite(toMs - fromMs)) return toMs - fromMs;
  const plan = planOf(calendar);
  let total = 0;
  for (let day = dayOf(fromMs); day * DAY_MS < toMs; day += 1) {
    for (const { start, end } of spansOfDay(plan, day)) {
      total += Math.max(0, Math.min(end, toMs) - Math.max(start, fromMs));
    }
  }
  return total;
}

/** Whether the team works at a moment (ms since the epoch); at the end of a span it no longer does. */
export function isWorking(calendar: Calendar, atMs: number): boolean {
  if (calendar.kind === 'always') return true;
  return spansOfDay(planOf(calendar), dayOf(atMs)).some(({ start, end }) => start <= atMs && atMs < end);
}

function planOf(calendar: BusinessCalendar): Plan {
  const known = plans.get(calendar);
  if (known !== undefined) return known;
  const plan: Plan = {
    timeZone: calendar.timeZone,
    week: calendar.week.map((spans) => spans.map(({ from, to }) => ({ start: sinceMidnight(from), end: sinceMidnight(to) }))),
    holidays: new Set(calendar.holidays.map((date) => dayOf(Date.parse(date)))),
    days: new Map(),
  };
  plans.set(calendar, plan);
  return plan;
}

function spansOfDay(plan: Plan, utcDay: number): readonly Span[] {
  const known = plan.days.get(utcDay);
  if (known !== undefined) return known;
  const spans = offsetsDuring(plan.timeZone, utcDay).flatMap((stretch) => spansDuring(plan, stretch));
  if (plan.days.size >= MAX_CACHED_DAYS) plan.days.clear();
  plan.days.set(utcDay, spans);
  return spans;
}

/**
 * Working time while the offset of the zone stands still. What the clock skips in spring lies in no
 * stretch and so does not count; what it shows twice in autumn lies in two and counts twice.
 */
function spansDuring({ week, holidays }: Plan, { start, end, offset }: OffsetSpan): Span[] {
  const spans: Span[] = [];
  for (let date = dayOf(start + offset); date <= dayOf(end - 1 + offset); date += 1) {
    const midnight = date * DAY_MS - offset;
    const weekday = (((date + 3) % 7) + 7) % 7; // Monday is 0, and 1970-01-01 was a Thursday.
    for (const hours of holidays.has(date) ? [] : week[weekday] ?? []) {
      const worked = { start: Math.max(start, midnight + hours.start), end: Math.min(end, midnight + hours.end) };
      if (worked.start < worked.end) spans.push(worked);
    }
  }
  return spans;
}

function offsetsDuring(timeZone: string, utcDay: number): OffsetSpan[] {
  const stretches: OffsetSpan[] = [];
  const dayEnd = (utcDay + 1) * DAY_MS;
  for (let start = utcDay * DAY_MS; start < dayEnd;) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
    const end = Math.min(dayEnd, zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? dayEnd);
    stretches.push({ start, end, offset: zoned.offsetNanoseconds / 1e6 });
    start = end;
  }
  return stretches;
}

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);
const sinceMidnight = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;

export function isTimeZone(name: string): boolean {
  try {
    // Intl would also take a bare offset such as +09:00, which knows no daylight saving time.
    return /^[a-z]/i.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
