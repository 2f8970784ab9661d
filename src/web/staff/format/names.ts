import { LOCALES, type Locale } from '../../../domain/locales.ts';
import type { StaffLanguage } from '../preferences/preferences.ts';
import { createKeeper } from './keeper.ts';

/** Written Chinese is told apart by its script, not by a country. */
const SCRIPTS: Partial<Record<Locale, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

const languageNames = createKeeper((language: StaffLanguage) => new Intl.DisplayNames(language, { type: 'language' }));
const numbers = createKeeper((language: StaffLanguage) => new Intl.NumberFormat(language));
const percents = createKeeper((language: StaffLanguage) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
const days = createKeeper((language: StaffLanguage) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
const moments = createKeeper((language: StaffLanguage) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }));

/** A language as the agent calls it. */
export function languageName(locale: Locale, language: StaffLanguage): string {
  return languageNames(language).of(SCRIPTS[locale] ?? locale) ?? LOCALES[locale].name;
}

export function formatNumber(value: number, language: StaffLanguage): string {
  return numbers(language).format(value);
}

export function formatPercent(share: number, language: StaffLanguage): string {
  return percents(language).format(share);
}

/** `12 Mar 2026`. */
export function formatDay(at: number, language: StaffLanguage): string {
  return days(language).format(at);
}

/** `12 Mar 2026, 14:05:09`, for the hover of shorter times. */
export function formatMoment(at: number, language: StaffLanguage): string {
  return moments(language).format(at);
}
