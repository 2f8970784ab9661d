import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../domain/locales.ts';
import { mixLocales, type LocaleVotes } from './mix-locales.ts';

const WHOLE = new Map<Locale, number>([['en', 1], ['de', 1], ['fr', 1], ['es', 1]]);
const localesOf = (votes: LocaleVotes, locale: Locale | null, coverage = WHOLE) => mixLocales(votes, locale, coverage).map((part) => part.locale);

describe('mixing languages', () => {
  it('hears the given language most', () => {
    expect(mixLocales([{ locale: 'en', probability: 0.5 }, { locale: 'de', probability: 0.5 }], 'de', WHOLE)[0]).toMatchObject({ locale: 'de' });
  });

  it('hears what the words say where no language is given', () => {
    expect(localesOf([{ locale: 'fr', probability: 0.9 }, { locale: 'es', probability: 0.1 }], null)).toEqual(['fr', 'es']);
  });

  it('hears another language that the words speak clearly', () => {
    expect(localesOf([{ locale: 'en', probability: 1 }], 'de')).toEqual(['de', 'en']);
  });

  it('asks English for what a language lacks', () => {
    expect(localesOf([{ locale: 'de', probability: 1 }], 'de', new Map([['en', 1], ['de', 0.5]]))).toEqual(['de', 'en']);
  });

  it('asks another language for one that nothing is known of', () => {
    expect(localesOf([{ locale: 'es', probability: 1 }], 'th', new Map([['es', 1]]))).toEqual(['es']);
  });

  it('sums to one', () => {
    const sum = mixLocales([{ locale: 'en', probability: 0.4 }, { locale: 'de', probability: 0.3 }, { locale: 'fr', probability: 0.3 }], 'es', WHOLE).reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 9);
  });
});
