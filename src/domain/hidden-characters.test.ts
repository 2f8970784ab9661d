import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverOverrides } from './cover-overrides.ts';
import { HIDDEN_IN_NAMES, splitHidden, type SeenPart } from './hidden-characters.ts';

const show = (parts: readonly SeenPart[]): string => parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'hidden' ? `[${part.code}]` : `<${part.text}>`)).join('');

describe('what is hidden in a text', () => {
  it.each([
    ['open invoice\u202Efdp.exe', 'open invoice[U+202E]fdp.exe'],
    ['exchange\u200B.example', 'exchange[U+200B].example'],
    ['go to ex\u200C\u200Dchange.example', 'go to ex[U+200C]change.example'],
    ['\u2067abc\u2069 1 2', '[U+2067]abc\u2069 1 2'],
    ['hello\u{E0069}\u{E0067}', 'hello[U+E0069]'],
    ['is bin\u0430nce.com yours?', 'is <bin\u0430nce>.com yours?'],
    ['\u0410pple and ex\u03BFdus', '<\u0410pple> and <ex\u03BFdus>'],
  ])('is shown: %j', (text, seen) => { expect(show(splitHidden(text))).toBe(seen); });

  it.each([
    'my number is \u202A+49 151 1234\u202C', '\u2068+49 151\u2069', 'آدرس من \u2067USDT\u2069 است', 'می\u200Cخواهم', '👩\u200D💻', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'ถอน\u200Bเงิน', 'BTCшка', 'USDTшный', 'перевод USDT на биржу', 'der β-Test', 'Привет, Bitcoin-кошелёк', '提币',
  ])('is nothing where a script or a phone writes so: %j', (text) => { expect(splitHidden(text)).toEqual([{ kind: 'text', text }]); });

  it('keeps every other character in its place', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b.', ' ', '\u0430', '\u202E', '\u200B', 'ع', '👩\u200D💻', '\u2067', '\u{E0041}')).map((pieces) => pieces.join('')), (text) => {
      const parts = splitHidden(text);
      expect(parts.every((part) => part.kind !== 'text' || !/[\u202D\u202E]/.test(part.text))).toBe(true);
      const plain = parts.map((part) => (part.kind === 'hidden' ? '' : part.text)).join('');
      const strip = (of: string): string => of.replace(/[\u202D\u202E\u200B-\u200D\u2067\u{E0041}]/gu, '');
      expect(strip(plain)).toBe(strip(text));
    }));
  });

  it('gives way to a sign where overrides would turn what stands beside them', () => {
    expect(coverOverrides('a\u202Eb\u202Dc')).toBe('a\uFFFDb\uFFFDc');
    expect(coverOverrides('آ\u2067ب\u2069')).toBe('آ\u2067ب\u2069');
  });

  it('has no place in a name', () => {
    for (const name of ['Ana\u202Enitsuj', 'Sup\u200Bport', 'Sup\u200Dport', 'Ana\nB', 'Ana\u0000', '\ud800']) expect(HIDDEN_IN_NAMES.test(name)).toBe(true);
    for (const name of ['Ana', 'Jürgen O’Neill', '王小明', 'علی\u200Cرضا', 'สมชาย']) expect(HIDDEN_IN_NAMES.test(name)).toBe(false);
  });
});
