import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { compileConcepts } from '../../../knowledge/search/text/concept-lexicon.ts';
import { foldDiacritics, normaliseText } from '../../../knowledge/search/text/normalise-text.ts';
import { readMatchableText } from './matchable-text.ts';
import { placeWords } from './place-words.ts';
import { readPlainText } from './plain-text.ts';

const FOLDER = new URL('../../../../knowledge-base/concepts/', import.meta.url);

/** What `compileConcepts` makes of an expression. */
function asInLexicon(text: string): string {
  return foldDiacritics(normaliseText(text)).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

describe('plain text', () => {
  it.each([
    ['１２３ＢＴＣ　ｏｋ', '123BTC ok'],
    ['٣ أيام ۴ १२', '3 أيام 4 12'],
    ['bit\u200Bco\u00ADin', 'bitcoin'],
    ['cafe\u0301', 'café'],
    ['\u1112\u1161\u11AB', '한'],
    ['ﾋﾞｯﾄ', 'ビット'],
    ['7K3M–92QX', '7K3M-92QX'],
    ['𝗕𝗧𝗖', 'BTC'],
    ['plain ascii', 'plain ascii'],
  ])('reads %s as %s', (written, plain) => {
    expect(readPlainText(written).text).toBe(plain);
  });

  it('knows where each letter was written', () => {
    const plain = readPlainText('x\u200B１e\u0301ﾋﾞ𝗕y');
    const stretch = (letter: string) => [plain.originalStart(plain.text.indexOf(letter)), plain.originalEnd(plain.text.indexOf(letter) + 1)];
    expect(plain.text).toBe('x1éビBy');
    expect([...'x1éビBy'].map(stretch)).toEqual([[0, 1], [2, 3], [3, 5], [5, 7], [7, 9], [9, 10]]);
  });

  it('maps stretches of any text to stretches of it, in order', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = readPlainText(text);
      let last = 0;
      for (let at = 0; at < plain.text.length; at++) {
        expect(plain.originalStart(at)).toBeGreaterThanOrEqual(last - 1);
        expect(plain.originalEnd(at + 1)).toBeGreaterThan(plain.originalStart(at));
        last = plain.originalEnd(at + 1);
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }));
  });
});

describe('matchable text', () => {
  it.each(["I can't, didnt, havent and cannot", 'Ｂｉｔｃｏｉｎ!!  so sloooow', 'Đã nạp tiền rồi', 'Straße æther œuvre', 'إيثريوم المُحفظة', 'บิทคอยน์ ที่', 'बिटकॉइन नहीं', '비트코인을', 'ビットコインは？', 'İstanbul ılık'])(
    'is of %s what the lexicons are written in', (text) => {
      expect(readMatchableText(readPlainText(text).text).text.trim()).toBe(asInLexicon(text));
    });

  it.each(readdirSync(FOLDER))('is matched by every expression of concepts/%s', (file) => {
    const expressions = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Record<string, string[]>;
    const lexicon = compileConcepts(expressions);
    const missed = Object.entries(expressions).flatMap(([concept, list]) => list.map((expression) => [concept, expression.replace('*', '')] as const))
      .filter(([concept, expression]) => !placeWords(readMatchableText(readPlainText(expression).text), lexicon).some(({ concepts }) => concepts.includes(concept)));
    expect(missed).toEqual([]);
  });
});

describe('placing words', () => {
  const lexicon = compileConcepts({ tether: ['usdt'], day: ['day', 'gün*', '天'], last: ['last'] });
  const place = (text: string) => placeWords(readMatchableText(text), lexicon).map(({ start, end }) => text.slice(start, end));

  it('finds words between digits and other scripts', () => {
    expect(place('100usdt, USDT를 and 3天')).toEqual(['usdt', 'USDT', '天']);
  });

  it('takes along the rest of an open word', () => {
    expect(place('3 gündür')).toEqual(['gündür']);
  });

  it('finds no word within a word', () => {
    expect(place('birthday xusdt blast lastly')).toEqual([]);
  });

  it('says where a word touches a digit', () => {
    expect(placeWords(readMatchableText('1usdt usdt2 usdt'), lexicon).map(({ gluedBefore, gluedAfter }) => [gluedBefore, gluedAfter])).toEqual([[true, false], [false, true], [false, false]]);
  });
});
