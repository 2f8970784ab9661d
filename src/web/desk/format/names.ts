import { LOCALES, type Locale } from '../../../domain/locales.ts';
import type { DeskLanguage } from '../preferences/preferences.ts';

/** A language as the agent calls it; the language's own name where the browser knows none. */
export function languageName(locale: Locale, language: DeskLanguage): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(locale) ?? LOCALES[locale].name;
  } catch {
    return LOCALES[locale].name;
  }
}

export function formatNumber(value: number, language: DeskLanguage): string {
  return new Intl.NumberFormat(language).format(value);
}

export function formatPercent(share: number, language: DeskLanguage): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** `12 Mar 2026, 14:05:09`, for the hover of shorter times. */
export function formatMoment(at: number, language: DeskLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}
