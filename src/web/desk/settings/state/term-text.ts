import type { StaffLanguage } from '../../../staff/preferences/preferences.ts';
import { createKeeper } from '../../../staff/format/keeper.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const UNITS = [['day', DAY], ['hour', HOUR], ['minute', 1]] as const;

const formats = createKeeper((key: string) => {
  const [language = 'en', unit = 'minute'] = key.split(' ');
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow', useGrouping: false });
});

/** How each unit may be written, in either language of the desk. */
const SPELLINGS: readonly (readonly [minutes: number, pattern: RegExp])[] = [
  [1, /^(m|min|mins|minutes?|分|分钟)$/],
  [HOUR, /^(h|hr|hrs|hours?|时|小时)$/],
  [DAY, /^(d|days?|天|日)$/],
];

/** A span of minutes as it is typed: `30m`, `1h 30m`, `2d`; every minute of it is told. */
export function formatTerm(minutes: number, language: StaffLanguage): string {
  const parts: string[] = [];
  let left = minutes;
  for (const [unit, length] of UNITS) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(formats(`${language} ${unit}`).format(count));
  }
  return parts.length > 0 ? parts.join(' ') : formats(`${language} minute`).format(0);
}

/** The minutes of what somebody typed; a bare number counts minutes. Undefined where it says nothing that is understood. */
export function parseTerm(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  if (/^\d+$/.test(words)) return Number(words);
  if (!/^(\d+(\.\d+)?\s*\p{L}+[\s,]*)+$/u.test(words)) return undefined;
  let minutes = 0;
  for (const [, count, unit] of words.matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}+)/gu)) {
    const length = SPELLINGS.find(([, pattern]) => pattern.test(unit ?? ''))?.[0];
    if (length === undefined) return undefined;
    minutes += Number(count) * length;
  }
  return Number.isInteger(minutes) ? minutes : undefined;
}
