import { LOCALES, type Locale } from '../../../domain/locales.ts';
import type { DeskLanguage } from '../preferences/preferences.ts';
import { createKeeper } from './keeper.ts';

/** Written Chinese is told apart by its script, not by a country. */
const SCRIPTS: Partial<Record<Locale, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

const languageNames = createKeeper((language: DeskLanguage) => new Intl.DisplayNames(language, { type: 'language' }));
const numbers = createKeeper((language: DeskLanguage) => new Intl.NumberFormat(language));
const percents = createKeeper((language: DeskLanguage) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
const moments = createKeeper((language: DeskLanguage) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }));

/** A language as the agent calls it. */
export function languageName(locale: Locale, language: DeskLanguage): string {
  return languageNames(language).of(SCRIPTS[locale] ?? locale) ?? LOCALES[locale].name;
}

export function formatNumber(value: number, language: DeskLanguage): string {
  return numbers(language).format(value);
}

export function formatPercent(share: number, language: DeskLanguage): string {
  return percents(language).format(share);
}

/** `12 Mar 2026, 14:05:09`, for the hover of shorter times. */
export function formatMoment(at: number, language: DeskLanguage): string {
  return moments(language).format(at);
}
