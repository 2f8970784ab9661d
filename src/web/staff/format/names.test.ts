import { describe, expect, it } from '@jest/globals';
import { initialsOf } from '../controls/initials.ts';
import { languageName } from './names.ts';

describe('languageName', () => {
  it.each([
    ['zh-CN', 'en', 'Simplified Chinese'], ['zh-TW', 'en', 'Traditional Chinese'], ['ar', 'en', 'Arabic'], ['zh-CN', 'zh-CN', '简体中文'],
  ] as const)('calls %s in %s: %s', (locale, language, expected) => {
    expect(languageName(locale, language)).toBe(expected);
  });
});

describe('initialsOf', () => {
  it.each([['Ana Silva', 'AS'], ['ana maria de souza', 'AS'], ['Bo', 'B'], ['张伟', '张伟'], ['欧阳明月', '明月'], ['  ', '']])('shortens "%s" to "%s"', (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });
});
