import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { secretMarker } from '../../domain/secrets.ts';
import { BARRIER, foldText } from './fold-text.ts';

describe('folding a text', () => {
  it.each([
    ['ａｂａｎｄｏｎ　ａｂｉｌｉｔｙ', 'abandon ability'],
    ['aban\u200Bdon\u00AD', 'abandon'],
    ['\u202Eabandon\u202C', 'abandon'],
    ['𝐚𝐛𝐚𝐧𝐝𝐨𝐧', 'abandon'],
    ['abaisse\u0301', 'abaissé'],
    ['か\u3099', 'が'],
    ['ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['\u1100\u1161\u11A8', '각'],
    ['ﬁnd', 'find'],
    ['كَلِمَةُ', 'كلمة'],
  ])('reads %j as %j', (source, text) => {
    expect(foldText(source).text).toBe(text);
  });

  it('compares without case and diacritics', () => {
    expect(foldText('CONTRASEÑA Пароль Ёлка ŞİFRE mật khẩu đúng が').plain).toBe('contrasena пароль елка sifre mat khau dung が');
  });

  it('finds the place of what it read, with the hidden characters inside it', () => {
    const source = 'x\u200B ａ\u200Bb y';
    const { text, toSource } = foldText(source);
    const start = text.indexOf('ab');
    const place = toSource(start, start + 2);
    expect(source.slice(place.start, place.end)).toBe('ａ\u200Bb');
  });

  it('covers markers', () => {
    expect(foldText(`a ${secretMarker('password')} b`).text).toBe(`a ${BARRIER.repeat(10)} b`);
  });

  it('has as many units with and without case, each with a place inside the source', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (source) => {
      const { text, plain, toSource } = foldText(source);
      expect(plain).toHaveLength(text.length);
      let last = 0;
      for (let i = 0; i < text.length; i++) {
        const place = toSource(i, i + 1);
        expect(place.start).toBeGreaterThanOrEqual(last);
        expect(place.end).toBeGreaterThan(place.start);
        expect(place.end).toBeLessThanOrEqual(source.length);
        last = place.start;
      }
    }));
  });

  it('does not let a text grow more than threefold', () => {
    expect(foldText('\uFDFA'.repeat(10)).text).toHaveLength(10);
  });
});
