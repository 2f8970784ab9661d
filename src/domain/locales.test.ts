import { describe, expect, it } from '@jest/globals';
import { nearestLocale } from './locales.ts';

describe('nearestLocale', () => {
  it.each([
    [['pt-PT', 'en'], 'pt-BR'],
    [['EN-gb'], 'en'],
    [['zh-HK'], 'zh-TW'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-Hans-HK'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['yue-Hant-HK'], 'zh-TW'],
    [['xx', 'de_AT'], 'de'],
    [['xx'], 'en'],
    [[], 'en'],
    [['english'], 'en'],
  ])('reads %p as %s', (wishes, expected) => {
    expect(nearestLocale(wishes)).toBe(expected);
  });
});
