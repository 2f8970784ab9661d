const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** `512 byte`, `14 kB`, `2.4 MB`, as the language writes it. */
export function tellBytes(bytes: number, locale: string): string {
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[power], maximumFractionDigits: power === 2 ? 1 : 0 }).format(bytes / 1_000 ** power);
}
