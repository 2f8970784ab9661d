import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Locale } from '../../../domain/locales.ts';
import { parseNumber, shiftPoint } from './parse-number.ts';

describe('parseNumber', () => {
  it.each<[string, Locale | null, boolean, string | undefined]>([
    ['1200', 'en', true, '1200'],
    ['0.50', 'en', false, '0.5'],
    ['0,5', 'de', false, '0.5'],
    ['1,2', 'de', false, '1.2'],
    ['1.2', 'de', false, '1.2'],
    ['1,200', 'en', true, '1200'],
    ['1,200', 'de', true, '1200'],
    ['1,250', 'de', false, '1.25'],
    ['1.200', 'de', true, '1200'],
    ['1.200', 'en', false, '1.2'],
    ['0.125', 'de', true, '0.125'],
    ['0,125', 'en', true, '0.125'],
    ['1.200,50', 'en', true, '1200.5'],
    ['1,200.50', 'de', true, '1200.5'],
    ['1 200,50', 'fr', true, '1200.5'],
    ['12\u202F345', 'fr', true, '12345'],
    ["1'200.5", 'de', true, '1200.5'],
    ['1,00,000', 'hi', true, '100000'],
    ['1.000.000', 'id', true, '1000000'],
    ['1٬200٫5', 'ar', true, '1200.5'],
    ['00012', 'en', true, '12'],
    ['0', null, true, '0'],
    ['03.11.2026', 'de', true, undefined],
    ['1.2.3', 'en', true, undefined],
    ['1.200.5,0', 'en', true, undefined],
  ])('reads %s in %s (money: %s) as %s', (written, locale, isMoney, plain) => {
    expect(parseNumber(written, { locale, isMoney })?.plain).toBe(plain);
  });

  it('is less sure where a mark may mean either', () => {
    expect(parseNumber('1.200', { locale: 'de', isMoney: true })?.confidence).toBeLessThan(1);
    expect(parseNumber('1.2', { locale: 'de', isMoney: true })?.confidence).toBe(1);
  });

  it('reads what the runtime writes, in every language', () => {
    const locales: Locale[] = ['en', 'de', 'fr', 'es', 'pt-BR', 'ru', 'tr', 'vi', 'id', 'hi', 'ja', 'ko', 'th', 'zh-CN', 'zh-TW'];
    fc.assert(fc.property(fc.constantFrom(...locales), fc.integer({ min: 0, max: 99_999_999 }), (locale, cents) => {
      const written = new Intl.NumberFormat(`${locale}-u-nu-latn`, { minimumFractionDigits: 2 }).format(cents / 100);
      expect(Number(parseNumber(written, { locale, isMoney: true })?.plain)).toBe(cents / 100);
    }));
  });
});

describe('shiftPoint', () => {
  it.each([['1.5', 3, '1500'], ['1.2345', 3, '1234.5'], ['3', 4, '30000'], ['0.5', 6, '500000'], ['7', 0, '7']])('moves the point of %s by %i', (plain, places, shifted) => {
    expect(shiftPoint(plain, places)).toBe(shifted);
  });
});
