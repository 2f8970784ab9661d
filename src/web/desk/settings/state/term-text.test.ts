import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatTerm, parseTerm } from './term-text.ts';

describe('terms as they are typed', () => {
  it('are read as they are written, in either language', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 525_600 }), fc.constantFrom('en' as const, 'zh-CN' as const), (minutes, language) => {
      expect(parseTerm(formatTerm(minutes, language))).toBe(minutes);
    }));
  });

  it.each([
    ['30', 30], ['30m', 30], ['30 min', 30], ['1.5h', 90], ['1h 30m', 90], ['2 days', 2_880], ['1天4小时', 1_680], ['90 分钟', 90], [' 4H ', 240],
  ])('reads %p', (text, minutes) => {
    expect(parseTerm(text)).toBe(minutes);
  });

  it.each(['', 'soon', '4 weeks', '-5m', '0.001h', '1h-2h', 'h'])('does not guess at %p', (text) => {
    expect(parseTerm(text)).toBeUndefined();
  });

  it('are told in full', () => {
    expect(formatTerm(1_505, 'en')).toBe('1d 1h 5m');
    expect(formatTerm(240, 'zh-CN')).toBe('4小时');
  });
});
