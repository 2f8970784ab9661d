import { createKeeper } from '../../staff/format/keeper.ts';

const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const;

const formats = createKeeper((key: string) => {
  const [language = 'en', unit = 'second'] = key.split(' ');
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' });
});

/**
 * How long somebody waits: `40s`, `12m`, `1h 5m`, `2d 3h`. From an hour on with the next unit, since an
 * hour more or less matters to who waits.
 */
export function formatWaiting(ms: number, language: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const index = Math.max(0, UNITS.findIndex(([, length]) => seconds >= length));
  const [unit, length] = seconds === 0 ? UNITS[3] : UNITS[index] ?? UNITS[3];
  const first = withUnit(Math.floor(seconds / length), unit, language);
  const next = length >= 3_600 ? UNITS[index + 1] : undefined;
  const rest = next ? Math.floor((seconds % length) / next[1]) : 0;
  return next && rest > 0 ? `${first} ${withUnit(rest, next[0], language)}` : first;
}

function withUnit(value: number, unit: string, language: string): string {
  return formats(`${language} ${unit}`).format(value);
}
