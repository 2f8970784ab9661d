import * as z from 'zod';

/**
 * The languages that contacts are served in, as BCP 47 tags. A language is one row here,
 * one file in `src/locales/` and its articles in `knowledge-base/`.
 */
export interface LocaleRow {
  /** The language's own name, as a reader of it writes it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** ISO 639-3 code by which franc knows the language. */
  readonly iso6393: string;
}

export const LOCALES = {
  en: { name: 'English', direction: 'ltr', iso6393: 'eng' },
  'zh-CN': { name: '简体中文', direction: 'ltr', iso6393: 'cmn' },
  'zh-TW': { name: '繁體中文', direction: 'ltr', iso6393: 'cmn' },
  ja: { name: '日本語', direction: 'ltr', iso6393: 'jpn' },
  ko: { name: '한국어', direction: 'ltr', iso6393: 'kor' },
  es: { name: 'Español', direction: 'ltr', iso6393: 'spa' },
  'pt-BR': { name: 'Português (Brasil)', direction: 'ltr', iso6393: 'por' },
  fr: { name: 'Français', direction: 'ltr', iso6393: 'fra' },
  de: { name: 'Deutsch', direction: 'ltr', iso6393: 'deu' },
  ru: { name: 'Русский', direction: 'ltr', iso6393: 'rus' },
  tr: { name: 'Türkçe', direction: 'ltr', iso6393: 'tur' },
  vi: { name: 'Tiếng Việt', direction: 'ltr', iso6393: 'vie' },
  id: { name: 'Bahasa Indonesia', direction: 'ltr', iso6393: 'ind' },
  th: { name: 'ไทย', direction: 'ltr', iso6393: 'tha' },
  ar: { name: 'العربية', direction: 'rtl', iso6393: 'arb' },
  hi: { name: 'हिन्दी', direction: 'ltr', iso6393: 'hin' },
} as const satisfies Record<string, LocaleRow>;

export type Locale = keyof typeof LOCALES;

export const LOCALE_TAGS = Object.keys(LOCALES) as [Locale, ...Locale[]];
export const localeSchema = /* @__PURE__ */ z.enum(LOCALE_TAGS);
export const DEFAULT_LOCALE: Locale = 'en';

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && Object.hasOwn(LOCALES, value);
}

/**
 * The served locale nearest to a wish, in the order of wishes: an exact tag first, then the same
 * script of Chinese (`zh-HK` and `zh-Hant` read `zh-TW`), then the same language.
 * @param wishes BCP 47 tags, most wanted first, in any letter case; unknown ones are passed over.
 */
export function nearestLocale(wishes: readonly string[], fallback: Locale = DEFAULT_LOCALE): Locale {
  for (const wish of wishes) {
    const found = servedLocale(wish);
    if (found) return found;
  }
  return fallback;
}

function servedLocale(wish: string): Locale | undefined {
  const tag = wish.trim().toLowerCase().replaceAll('_', '-');
  const exact = LOCALE_TAGS.find((locale) => locale.toLowerCase() === tag);
  if (exact) return exact;
  const [language, ...subtags] = tag.split('-');
  if (language === 'zh' || language === 'yue') {
    const traditional = subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag));
    return traditional && !subtags.includes('hans') ? 'zh-TW' : 'zh-CN';
  }
  return LOCALE_TAGS.find((locale) => locale.toLowerCase().split('-')[0] === language);
}
