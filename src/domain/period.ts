import { Temporal } from 'temporal-polyfill';

/** A reporting period: whole days of a calendar on somebody's wall, cut into steps. */
export const STEPS = ['hour', 'day', 'week'] as const;
export type Step = (typeof STEPS)[number];

export interface PeriodInput {
  /** First and last day, both included, as `2026-11-01`. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly step: Step;
}

export interface Period {
  /** Ms since the epoch; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  /** When each step begins, ascending; the first is `from`. */
  readonly starts: readonly number[];
}

/** Longest periods in days: what a plot can show, and what a request may cost. */
export const MAX_DAYS: Readonly<Record<Step, number>> = { hour: 14, day: 400, week: 400 };

/** How many days the period has; not positive where it ends before it begins. */
export function countDays({ from, to }: Pick<PeriodInput, 'from' | 'to'>): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1;
}

/**
 * The period in moments. Days are the zone's own, of 23 or 25 hours where its clocks change; a week begins
 * on Monday, and the first and last may be cut.
 */
export function splitPeriod({ from, to, timeZone, step }: PeriodInput): Period {
  const first = Temporal.PlainDate.from(from).toZonedDateTime(timeZone);
  const end = Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const starts: number[] = [];
  for (let at = first; at.epochMilliseconds < end; at = next(at, step)) starts.push(at.epochMilliseconds);
  return { from: first.epochMilliseconds, to: end, starts };
}

function next(at: Temporal.ZonedDateTime, step: Step): Temporal.ZonedDateTime {
  // An hour is added to the moment, so that the hour that a zone has twice is two steps.
  if (step === 'hour') return at.add({ hours: 1 });
  return at.toPlainDate().add({ days: step === 'day' ? 1 : 8 - at.dayOfWeek }).toZonedDateTime(at.timeZoneId);
}
