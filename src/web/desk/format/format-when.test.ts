import { describe, expect, it } from '@jest/globals';
import { formatWhen } from './format-when.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
/** Newer runtimes write narrow and thin spaces, which read alike. */
const words = (value: string, language: 'en' | 'zh-CN' = 'en'): string => formatWhen(value, language, NOW, 'Asia/Tokyo').words.replaceAll(/[\u2009\u202f]/g, ' ');

describe('formatWhen', () => {
  it.each([
    ['2026-11-19', 'Thu, Nov 19'], ['2025-03-01', 'Sat, Mar 1, 2025'], ['2026-11-19T14:30', 'Thu, Nov 19, 2:30 PM'], ['2026-11-19T14:30Z', 'Thu, Nov 19, 11:30 PM GMT+9'],
    ['2026-W47', 'Nov 16 – 22'], ['2026-10', 'October 2026'], ['P3D', '3 days'], ['P1W', '1 week'], ['P2M', '2 months'], ['PT45M', '45 minutes'], ['PT2H', '2 hours'],
  ])('says %s as %s', (value, expected) => {
    expect(words(value)).toBe(expected);
  });

  it('speaks the agent\'s language', () => {
    expect(words('2026-11-19', 'zh-CN')).toBe('11月19日周四');
    expect(words('P3D', 'zh-CN')).toBe('3天');
  });

  it('tells the contact\'s clock from the agent\'s, and converts only what is known', () => {
    expect(formatWhen('2026-11-19T14:30', 'en', NOW).clock).toBe('contact');
    expect(formatWhen('2026-11-19T14:30:00.000Z', 'en', NOW).clock).toBe('agent');
    expect(formatWhen('2026-11-19', 'en', NOW).clock).toBeNull();
  });

  it('begins the weeks of a year as ISO 8601 does', () => {
    expect(words('2027-W01')).toBe('Jan 4 – 10');
    expect(words('2026-W01')).toBe('Dec 29, 2025 – Jan 4, 2026');
  });

  it.each(['', 'soon', '2026-13-45', '2026-13', '2026-11-19T99:99', 'P3X'])('leaves %j as it is', (value) => {
    expect(words(value)).toBe(value);
  });
});
