/** Values that a phrase's placeholders take. `count` also picks the plural form. */
export type PhraseValues = Readonly<Record<string, string | number>>;
export type Translate = (key: string, values?: PhraseValues) => string;

/**
 * The small part of i18next that the widget needs, over phrases written for i18next: `{{name}}`
 * placeholders and the plural suffixes `_one`, `_other` … of `Intl.PluralRules`. i18next itself is
 * 16 KB gzipped, almost half of what the whole widget may weigh on an exchange's page.
 */
export function createTranslate(phrases: Readonly<Record<string, string>>, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const { count } = values;
    const plural = typeof count === 'number' ? phrases[`${key}_${plurals.select(count)}`] ?? phrases[`${key}_other`] : undefined;
    const phrase = plural ?? phrases[key] ?? key;
    return phrase.replace(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) => {
      const value = values[name];
      return value === undefined ? written : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
