import type { Locale } from '../../../domain/locales.ts';

/** Writing that tells what a text may be written in; the others share the Latin letters. */
const SCRIPTS: readonly [script: RegExp, languages: readonly string[]][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Hangul}/gu, ['ko']],
  [/\p{Script=Han}/gu, ['zh', 'ja']],
  [/\p{Script=Cyrillic}/gu, ['ru']],
  [/\p{Script=Arabic}/gu, ['ar']],
  [/\p{Script=Thai}/gu, ['th']],
  [/\p{Script=Devanagari}/gu, ['hi']],
];

/** A sign of these scripts says as much as several letters. */
const WEIGHT = 2;

/**
 * In which of these languages a draft is written, as far as its script tells: the first that fits, else
 * the first of all. @param candidates most likely first, at least one.
 */
export function guessLocale(text: string, candidates: readonly [Locale, ...Locale[]]): Locale {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const [languages] = SCRIPTS.filter(([script]) => (text.match(script)?.length ?? 0) * WEIGHT > latin).map(([, some]) => some);
  const fits = (locale: Locale): boolean => (languages ? languages.includes(languageOf(locale)) : SCRIPTS.every(([, some]) => !some.includes(languageOf(locale))));
  return candidates.find(fits) ?? candidates[0];
}

/** True where who reads one of these reads this as well: a script or a country does not make another language. */
export function isRead(locale: Locale, readable: readonly Locale[]): boolean {
  return readable.some((one) => languageOf(one) === languageOf(locale));
}

function languageOf(locale: Locale): string {
  return locale.split('-')[0] ?? locale;
}
