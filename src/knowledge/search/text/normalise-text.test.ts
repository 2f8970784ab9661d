import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldDiacritics, MASKS, normaliseText } from './normalise-text.ts';

describe('normalising a text', () => {
  it.each([
    ['ＵＳＤＴ　５００', 'usdt 500'],
    ['İŞLEM', 'işlem'],
    ['أُرْسِلَت إلى', 'ارسلت الي'],
    ['heeeeelp', 'heelp'],
    ["it doesn’t work, it doesnt, I cannot", "it does not work, it does not, i ca not"],
  ])('brings "%s" to "%s"', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it.each([
    ['0x52908400098527886E0F7030069857D2E4169EE7', MASKS.hash],
    ['https://exchange.example/deposit?a=b', MASKS.url],
    ['someone@mail.example', MASKS.email],
  ])('masks %s', (text, mask) => {
    expect(normaliseText(`see ${text} please`).split(/\s+/)).toEqual(['see', mask, 'please']);
  });

  it('does not mask long words', () => {
    expect(normaliseText('Rindfleischetikettierungsgesetz')).toBe('rindfleischetikettierungsgesetz');
  });

  it('gives the same when it is done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = foldDiacritics(normaliseText(text));
      expect(foldDiacritics(normaliseText(foldDiacritics(once))).replace(/\s/g, '')).toBe(foldDiacritics(normaliseText(once)).replace(/\s/g, ''));
    }));
  });
});

describe('folding diacritics', () => {
  it.each([
    ['não', 'nao'], ['rút', 'rut'], ['đăng', 'dang'], ['ılık', 'ilik'], ['straße', 'strasse'], ['ёлка', 'елка'],
    ['นี้', 'นี้'], ['हिन्दी', 'हिन्दी'], ['출금', '출금'],
  ])('turns %s into %s', (word, expected) => {
    expect(foldDiacritics(word)).toBe(expected);
  });
});
