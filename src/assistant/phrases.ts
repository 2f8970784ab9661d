import i18next, { type i18n } from 'i18next';
import { DEFAULT_LOCALE, type Locale } from '../domain/locales.ts';

/** Translations by language, as `src/locales/<locale>.json` has them. */
export type LocaleFiles = Readonly<Partial<Record<Locale, Readonly<Record<string, unknown>>>>>;

/** A phrase of the house in a language; English where the language lacks it. */
export type Translate = (locale: Locale, key: string, values?: Readonly<Record<string, string | number>>) => string;

/** All phrases of all languages in memory: a lookup does no I/O. */
export function createTranslate(files: LocaleFiles): Translate {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    initAsync: false,
    fallbackLng: DEFAULT_LOCALE,
    // Phrases go into Markdown and JSON, never into HTML unescaped; the front-ends escape.
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(Object.entries(files).map(([locale, translation]) => [locale, { translation }])),
  });
  return (locale, key, values = {}) => instance.t(key, { lng: locale, ...values });
}
