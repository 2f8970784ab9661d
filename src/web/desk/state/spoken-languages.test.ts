import { describe, expect, it } from '@jest/globals';
import { guessLocale, isRead } from './spoken-languages.ts';

describe('guessLocale', () => {
  it.each([
    ['I am looking into it', ['zh-CN', 'en', 'es'], 'en'],
    ['我正在查看您的提现 BTC TRC20', ['en', 'zh-TW'], 'zh-TW'],
    ['確認しています', ['zh-CN', 'ja'], 'ja'],
    ['Проверяю ваш BTC', ['en', 'ru'], 'ru'],
    ['Проверяю', ['en', 'zh-CN'], 'en'],
    ['0.5', ['en'], 'en'],
  ] as const)('takes %s among %j for %s', (text, candidates, expected) => {
    expect(guessLocale(text, [...candidates])).toBe(expected);
  });
});

describe('isRead', () => {
  it('counts one Chinese for the other, and no language for another', () => {
    expect(isRead('zh-TW', ['en', 'zh-CN'])).toBe(true);
    expect(isRead('es', ['en', 'zh-CN'])).toBe(false);
  });
});
