import type { StaffLanguage } from '../../staff/preferences/preferences.ts';
import { createKeeper } from '../../staff/format/keeper.ts';

const HOUR_MS = 3_600_000;

const clocks = createKeeper((key: string) => {
  const [language = 'en', timeZone = 'UTC'] = key.split(' ');
  return new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone });
});

/**
 * What the clock shows in a zone, and how many hours that is ahead of a reader's; null where nobody
 * knows the zone. @param own the reader's zone; the machine's where it is left out.
 */
export function formatZoneTime(now: number, timeZone: string, language: StaffLanguage, own?: string): { readonly clock: string; readonly hoursAhead: number } | null {
  try {
    return { clock: clocks(`${language} ${timeZone}`).format(now), hoursAhead: (wallTime(now, timeZone) - wallTime(now, own)) / HOUR_MS };
  } catch {
    // The contact's browser names zones that this one may not have.
    return null;
  }
}

const walls = createKeeper((timeZone: string) => new Intl.DateTimeFormat('en-CA', {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone === '' ? {} : { timeZone }),
}));

/** The date and time that the zone shows, to the minute, as if it were UTC. */
function wallTime(at: number, timeZone: string | undefined): number {
  const parts = Object.fromEntries(walls(timeZone ?? '').formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0);
}
