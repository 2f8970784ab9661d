import type { Locale } from '../../../domain/locales.ts';
import type { MeaningRow } from '../meaning.ts';

/** Months are asked for with and without a day, since languages inflect them, and in short. */
const FORMS: readonly Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }, { month: 'short', day: 'numeric' }];

/** The runtime takes a millisecond for each form. */
const KNOWN = new Map<Locale, readonly MeaningRow[]>();

/**
 * Names of the months in a language, from the runtime's own tables; those that begin with a digit
 * (11月) are for `find-numeric-dates.ts`.
 */
export function monthNames(locale: Locale): readonly MeaningRow[] {
  const known = KNOWN.get(locale);
  if (known) return known;
  const rows = askForNames(locale);
  KNOWN.set(locale, rows);
  return rows;
}

function askForNames(locale: Locale): MeaningRow[] {
  const names = Array.from({ length: 12 }, () => new Set<string>());
  for (const form of FORMS) {
    const formatter = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
    names.forEach((ofMonth, month) => {
      const name = formatter.formatToParts(Date.UTC(2026, month, 1)).find(({ type }) => type === 'month')?.value ?? '';
      if (/^\p{L}/u.test(name) && /\p{L}{2}/u.test(name.replace(/\P{L}/gu, ''))) ofMonth.add(name);
    });
  }
  return names.map((ofMonth, month) => [{ as: 'month', month: month + 1 }, [...ofMonth]]);
}
