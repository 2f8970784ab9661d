/** Days that a period may be long, and how long it is where none is chosen: whole weeks, so that weekends are in each. */
export const PERIODS = [7, 28, 91] as const;
const STANDARD = 28;

export function readDays(query: URLSearchParams): number {
  const asked = Number(query.get('days'));
  return PERIODS.find((days) => days === asked) ?? STANDARD;
}

/** What the address bar says of it: nothing where it is the standard. */
export function writeDays(days: number): string | null {
  return days === STANDARD ? null : String(days);
}
