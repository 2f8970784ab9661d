import type { StaffLanguage } from '../../staff/preferences/preferences.ts';
import { createKeeper } from '../../staff/format/keeper.ts';

const clocks = createKeeper((language: StaffLanguage) => new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }));
const days = createKeeper((language: StaffLanguage) => new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }));
const years = createKeeper((language: StaffLanguage) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }));

/** A time that something is put off to, or was due at: the clock alone today, with the day on others. In the zone of this machine. */
export function formatUntil(at: number, now: number, language: StaffLanguage): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) return clocks(language).format(at);
  return (then.getFullYear() === today.getFullYear() || Math.abs(at - now) < HALF_YEAR_MS ? days : years)(language).format(at);
}

/** Nearer than this, nobody asks in which year. */
const HALF_YEAR_MS = 182 * 86_400_000;
