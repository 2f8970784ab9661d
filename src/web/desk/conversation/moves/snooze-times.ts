/** Times to which a conversation is put aside with one key. */
export const SNOOZE_TIMES = ['hour', 'evening', 'tomorrow', 'monday'] as const;
export type SnoozeTime = (typeof SNOOZE_TIMES)[number];

const HOUR_MS = 3_600_000;
const MORNING = 9;
const EVENING = 18;

/**
 * When each of them is, in the zone of this machine; those that make no sense now are left out, as
 * "this evening" at night. Every one is later than now. Pure but for that zone.
 */
export function listSnoozeTimes(now: number): readonly { readonly time: SnoozeTime; readonly at: number }[] {
  const today = new Date(now);
  const onDay = (days: number, hour: number): number => new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, hour).getTime();
  const daysToMonday = (8 - today.getDay()) % 7 || 7;
  const evening = onDay(0, EVENING);
  return [
    { time: 'hour' as const, at: now + HOUR_MS },
    ...(evening - now > HOUR_MS ? [{ time: 'evening' as const, at: evening }] : []),
    { time: 'tomorrow' as const, at: onDay(1, MORNING) },
    // On Sundays it is tomorrow.
    ...(daysToMonday > 1 ? [{ time: 'monday' as const, at: onDay(daysToMonday, MORNING) }] : []),
  ];
}

/** What a field of the kind `datetime-local` holds, as `2026-11-21T09:00`: the clock on this machine's wall. */
export function toFieldValue(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Undefined where the field is not filled in. */
export function fromFieldValue(value: string): number | undefined {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? undefined : at;
}
