import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileConcepts, findConcepts } from './concept-lexicon.ts';
import { extractFeatures } from './extract-features.ts';
import type { FeatureCounts } from './feature-counts.ts';
import { normaliseText } from './normalise-text.ts';
import { splitWords } from './split-words.ts';

/** Share of the features of the smaller that both have. */
function overlap(a: FeatureCounts, b: FeatureCounts): number {
  return [...a.keys()].filter((feature) => b.has(feature)).length / Math.min(a.size, b.size);
}

describe('splitting words', () => {
  it.each([
    ['ถอนเงินไม่ได้', ['ถอน', 'เงิน', 'ไม่', 'ได้']],
    ['2faの設定', ['2fa', 'の', '設定']],
    ['출금이 안돼요?', ['출금이', '안돼요', '?']],
    ['mera paisa नहीं आया', ['mera', 'paisa', 'नहीं', 'आया']],
  ])('splits %s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe('features of a text', () => {
  it('are nearly the same with and without diacritics', () => {
    const marked = extractFeatures('không nhận được tiền nạp');
    const plain = extractFeatures('khong nhan duoc tien nap');
    expect(overlap(marked.words, plain.words)).toBe(1);
    expect(overlap(marked.characters, plain.characters)).toBe(1);
  });

  it('see a word through its misspelling', () => {
    expect(overlap(extractFeatures('withdrawal').characters, extractFeatures('withdrawl').characters)).toBeGreaterThan(0.6);
  });

  it('see a Korean stem through its endings', () => {
    const overlapOfWords = overlap(extractFeatures('출금했는데').words, extractFeatures('출금이').words);
    expect(overlapOfWords).toBeGreaterThan(0);
  });

  it('do not depend on the order of a pair', () => {
    const one = extractFeatures('deposit bitcoin').words;
    const other = extractFeatures('bitcoin deposit').words;
    expect(overlap(one, other)).toBeGreaterThan(overlap(one, extractFeatures('bitcoin ... x y z w v deposit').words));
  });

  it('exist for any string and are unsigned 32-bit numbers', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { words, characters } = extractFeatures(text);
      for (const feature of [...words.keys(), ...characters.keys()]) expect(feature).toBe(feature >>> 0);
    }));
  });
});

describe('concepts', () => {
  const lexicon = compileConcepts({ withdraw: ['withdraw*', 'cash out', '提币'], pending: ['stuck', 'not arrived'], bot: ['bot'] });
  const find = (text: string) => findConcepts(normaliseText(text), lexicon);

  it.each([
    ['My WITHDRAWAL is stuck', ['withdraw', 'pending']],
    ['I want to cash out', ['withdraw']],
    ['我的提币没到', ['withdraw']],
    ['it has not arrived', ['pending']],
    ['both of them', []],
    ['cash outside', []],
  ])('of "%s" are %j', (text, concepts) => {
    expect(find(text)).toEqual(concepts);
  });

  it('make texts of two languages alike', () => {
    const german = compileConcepts({ withdraw: ['auszahl*'], pending: ['hängt'] });
    const { concepts } = extractFeatures('meine Auszahlung hangt', [german]);
    expect(concepts).toEqual(extractFeatures('withdrawal stuck', [lexicon]).concepts);
    expect(concepts.size).toBe(3);
  });
});
