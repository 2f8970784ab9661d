import { describe, expect, it } from '@jest/globals';
import { createTranslate } from './phrases.ts';

describe('createTranslate', () => {
  const t = createTranslate({ hello: 'Hello {{name}}, you are {{ place }}', left_one: '{{count}} left', left_other: '{{count}} are left', plain: 'As it is' }, 'en');

  it('fills placeholders in, numbers as the language writes them', () => {
    expect(t('hello', { name: 'Ana', place: 1234 })).toBe('Hello Ana, you are 1,234');
  });

  it('leaves a placeholder without a value, and what looks like a pattern in a value', () => {
    expect(t('hello', { name: '$& {{place}}' })).toBe('Hello $& {{place}}, you are {{ place }}');
  });

  it('picks the plural form of the language', () => {
    expect([t('left', { count: 1 }), t('left', { count: 2 })]).toEqual(['1 left', '2 are left']);
    const russian = createTranslate({ m_one: 'сообщение', m_few: 'сообщения', m_many: 'сообщений', m_other: 'сообщения' }, 'ru');
    expect([1, 2, 5].map((count) => russian('m', { count }))).toEqual(['сообщение', 'сообщения', 'сообщений']);
  });

  it('falls back to the other form, then to the key', () => {
    expect(createTranslate({ m_other: '{{count}} 条' }, 'zh-CN')('m', { count: 1 })).toBe('1 条');
    expect(t('missing')).toBe('missing');
  });
});
