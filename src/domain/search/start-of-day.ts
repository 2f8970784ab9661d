import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;

/**
 * When a day of a query begins on somebody's calendar, in ms since the epoch: of `2026-11-01` its midnight,
 * of `2026-11` that of its first day, of `7d` this moment a week ago.
 * @param day as `parseQuery` lets it through.
 * @param timeZone of the IANA database; throws RangeError where it is none.
 */
export function startOfDay(day: string, timeZone: string, now: number): number {
  const ago = /^(\d+)d$/.exec(day)?.[1];
  if (ago !== undefined) return now - Number(ago) * DAY_MS;
  const date = Temporal.PlainDate.from(day.length === 7 ? `${day}-01` : day);
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}
