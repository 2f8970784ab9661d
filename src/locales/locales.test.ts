import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LOCALE, LOCALE_TAGS, type Locale } from '../domain/locales.ts';

interface Phrases { readonly [key: string]: string | Phrases }

/** What every language says, and what only the languages of desk and editor say. */
const PARTS = ['widget', 'assistant', 'help', 'category'];
const DESK_LOCALES: readonly Locale[] = ['en', 'zh-CN'];
const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/;

const textOf = (locale: Locale): string => readFileSync(new URL(`./${locale}.json`, import.meta.url), 'utf8');
const read = (locale: Locale): Phrases => JSON.parse(textOf(locale)) as Phrases;
const partsOf = (locale: Locale): string[] => (DESK_LOCALES.includes(locale) ? [...PARTS, 'desk', 'editor'] : PARTS);
const source = new Map(flatten(read(DEFAULT_LOCALE)));

/** Every phrase under its full key, in the file's order. */
function flatten(phrases: Phrases, prefix = ''): [string, string][] {
  return Object.entries(phrases).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`)));
}

/** Keys as the code asks for them, each once, in the file's order. */
const askedKeys = (keys: Iterable<string>): string[] => [...new Set([...keys].map((key) => key.replace(PLURAL, '$1')))];
const placeholders = (phrase: string): string[] => [...phrase.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, name]) => name ?? '').sort();

/** The phrase that a translation renders: for a plural form, the source's `_other`. */
const sourceOf = (key: string): string => source.get(key) ?? source.get(key.replace(PLURAL, '$1_other')) ?? '';

describe('the phrases of the house', () => {
  it('are in one file for every language, and no file is without its language', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(LOCALE_TAGS.map((locale) => `${locale}.json`).sort());
  });
});

describe.each(LOCALE_TAGS)('the phrases in %s', (locale) => {
  const phrases = flatten(read(locale));

  it('have the parts that the language must have', () => {
    expect(Object.keys(read(locale)).sort()).toEqual(partsOf(locale).sort());
  });

  it('have the same keys as the English ones, in the same order', () => {
    const expected = askedKeys(source.keys()).filter((key) => partsOf(locale).includes(key.split('.')[0] ?? ''));
    const found = askedKeys(phrases.map(([key]) => key));
    expect(found).toEqual(expected);
  });

  it('have the same placeholders as the English ones', () => {
    const expected = phrases.map(([key]) => [key, placeholders(sourceOf(key))]);
    expect(phrases.map(([key, phrase]) => [key, placeholders(phrase)])).toEqual(expected);
  });

  it('have exactly the plural forms of the language wherever English counts', () => {
    const categories = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();
    const forms = new Map<string, string[]>();
    for (const [key] of phrases) {
      const [, base, category] = PLURAL.exec(key) ?? [];
      if (base && category) forms.set(base, [...(forms.get(base) ?? []), category]);
    }
    const counted = askedKeys([...source.keys()].filter((key) => PLURAL.test(key) && partsOf(locale).includes(key.split('.')[0] ?? '')));
    expect([...forms.keys()].sort()).toEqual(counted.sort());
    for (const [base, found] of forms) expect([base, found.sort()]).toEqual([base, categories]);
  });

  it('are never empty and have no space at their ends', () => {
    expect(phrases.filter(([, phrase]) => phrase === '' || phrase !== phrase.trim())).toEqual([]);
  });

  it('are written as JSON with two spaces and a newline at the end', () => {
    expect(textOf(locale)).toBe(`${JSON.stringify(read(locale), null, 2)}\n`);
  });
});
