import type { StaffLanguage } from '../../staff/preferences/preferences.ts';
import { createKeeper } from '../../staff/format/keeper.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;
const formats = createKeeper((language: StaffLanguage) => UNITS.map((unit, step) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: step === 2 ? 1 : 0 })));

/** `340 kB`, `1.2 MB`; the units that files are counted in by the systems of those who send them. */
export function formatBytes(bytes: number, language: StaffLanguage): string {
  const step = bytes < 1_000 ? 0 : bytes < 999_500 ? 1 : 2;
  return formats(language)[step]?.format(bytes / 1_000 ** step) ?? String(bytes);
}
