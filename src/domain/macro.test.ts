import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOCALE_TAGS } from './locales.ts';
import { fillMacro, MACRO_VARIABLES, macroSchema, macroTextFor, occurrences, openVariables, unknownVariables, type Macro } from './macro.ts';

const macro = (texts: Macro['texts']): Macro => ({ id: '01890000-0000-7000-8000-000000000000', title: 'Ask for the hash', teams: [], texts });

describe('a macro', () => {
  it('speaks the contact\'s language, else English, else what there is, and says which', () => {
    expect(macroTextFor(macro({ en: 'Hello', 'zh-CN': '您好' }), 'zh-CN')).toEqual({ locale: 'zh-CN', text: '您好' });
    expect(macroTextFor(macro({ en: 'Hello', 'zh-CN': '您好' }), 'th')).toEqual({ locale: 'en', text: 'Hello' });
    expect(macroTextFor(macro({ ja: 'こんにちは' }), 'th')).toEqual({ locale: 'ja', text: 'こんにちは' });
  });

  it('is filled with what is known, and keeps what is not', () => {
    expect(fillMacro('Case {{case.number}}: {{ txid }}, {{coin}}.', { 'case.number': 'V-1', coin: 'BTC' })).toBe('Case V-1: {{ txid }}, BTC.');
  });

  it('takes a value as it is, whatever a replacement might read into it', () => {
    fc.assert(fc.property(fc.constantFrom(...MACRO_VARIABLES), fc.string(), (name, value) => {
      expect(fillMacro(`a{{${name}}}b`, { [name]: value })).toBe(`a${value}b`);
    }));
  });

  it('has no open variables once every one of them is filled', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...MACRO_VARIABLES).map((name) => `{{${name}}}`), fc.lorem())), (parts) => {
      const text = parts.join(' ');
      const open = openVariables(text);
      expect(new Set(open)).toEqual(new Set(MACRO_VARIABLES.filter((name) => text.includes(`{{${name}}}`))));
      expect(openVariables(fillMacro(text, Object.fromEntries(open.map((name) => [name, 'x']))))).toEqual([]);
    }));
  });

  it('tells where a variable stands', () => {
    const text = 'a {{ txid }} b {{txid}}';
    expect(occurrences(text, 'txid').map(({ start, end }) => text.slice(start, end))).toEqual(['{{ txid }}', '{{txid}}']);
    expect(openVariables('{{txid}} {{coin}} {{txid}}')).toEqual(['txid', 'coin']);
  });

  it('is refused with a variable that stands for nothing, without any text, or in an unknown language', () => {
    expect(unknownVariables('{{coin}} {{colour}}')).toEqual(['colour']);
    const [issue] = macroSchema.safeParse(macro({ en: 'Your {{colour}}' })).error?.issues ?? [];
    expect(issue?.path).toEqual(['texts', 'en']);
    expect(issue?.message).toContain('{{txid}}');
    expect(macroSchema.safeParse(macro({})).success).toBe(false);
    expect(macroSchema.safeParse({ ...macro({ en: 'x' }), texts: { xx: 'x' } }).success).toBe(false);
    expect(macroSchema.safeParse(macro(Object.fromEntries(LOCALE_TAGS.map((locale) => [locale, 'x'])))).success).toBe(true);
  });
});
