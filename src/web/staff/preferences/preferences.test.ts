import { describe, expect, it } from '@jest/globals';
import { readPreferences, writePreferences } from './preferences.ts';

const stored = (value: string | null) => ({ getItem: () => value });

describe('preferences', () => {
  it.each([[['zh-Hant-HK', 'en'], 'zh-CN'], [['fr-FR', 'en-GB'], 'en'], [['fr-FR', 'zh'], 'zh-CN'], [['fr-FR'], 'en']] as const)('takes the browser\'s languages %j for %s', (languages, expected) => {
    expect(readPreferences(stored(null), languages).language).toBe(expected);
  });

  it('reads back what was written', () => {
    let text = '';
    const preferences = { language: 'zh-CN', theme: 'dark', enterSends: true, notifications: true, sounds: false, muted: ['mention', 'sla'] } as const;
    writePreferences({ setItem: (_key, value) => { text = value; } }, preferences);
    expect(readPreferences(stored(text), ['en'])).toEqual(preferences);
  });

  it('falls back to the defaults where something else is stored', () => {
    for (const value of ['not json', 'null', '{"language":"xx","theme":"pink","enterSends":1,"notifications":"yes","muted":["all"]}']) {
      expect(readPreferences(stored(value), ['en'])).toEqual({ language: 'en', theme: 'system', enterSends: false, notifications: false, sounds: true, muted: [] });
    }
  });
});
