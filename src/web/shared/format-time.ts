/** Times for readers. Pure: the clock, the language and the zone are parameters. */

const DAY = 86_400_000;

/** `14:05` or `2:05 PM`, as the language writes it. */
export function formatClock(at: number, locale: string, timeZone?: string): string {
  return format(at, locale, { hour: 'numeric', minute: '2-digit' }, timeZone);
}

/** `Today`, `Yesterday`, `12 March`, or with the year where it is another one. */
export function formatDay(at: number, now: number, locale: string, timeZone?: string): string {
  const days = Math.round((dayNumber(at, timeZone) - dayNumber(now, timeZone)));
  if (days === 0 || days === -1) return capitalise(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'), locale);
  const sameYear = format(at, 'en', { year: 'numeric' }, timeZone) === format(now, 'en', { year: 'numeric' }, timeZone);
  return format(at, locale, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }, timeZone);
}

/** Whether two moments are on the same calendar day of the zone. */
export function isSameDay(a: number, b: number, timeZone?: string): boolean {
  return dayNumber(a, timeZone) === dayNumber(b, timeZone);
}

/** Days since the epoch of the calendar date that the zone shows at that moment. */
function dayNumber(at: number, timeZone: string | undefined): number {
  const [year, month, day] = format(at, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone).split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / DAY;
}

function format(at: number, locale: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone === undefined ? {} : { timeZone }) }).format(at);
}

function capitalise(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
