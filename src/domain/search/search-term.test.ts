import { describe, expect, it } from '@jest/globals';
import { findTerms, readTerm } from './search-term.ts';
import { tokenise } from './tokenise.ts';

const marked = (text: string, ...queries: [words: string, quoted: boolean][]): string | undefined => {
  const terms = queries.flatMap(([words, quoted]) => readTerm(words, quoted) ?? []);
  const places = findTerms(tokenise(text), terms);
  return places && [...places].reverse().reduce((done, [start, end]) => `${done.slice(0, start)}[${done.slice(start, end)}]${done.slice(end)}`, text);
};

describe('terms of search', () => {
  it('mark whole words, also where only their beginning was asked for', () => {
    expect(marked('Two deposits, one deposit', ['depos', false])).toBe('Two [deposits], one [deposit]');
    expect(marked('我的提币没有到账', ['提币', false])).toBe('我的[提币]没有到账');
    expect(marked('我的提币没有到账', ['币', false])).toBe('我的提[币]没有到账');
    expect(marked('เงินไม่เข้า', ['เงิน', false])).toBe('[เงิน]ไม่เข้า');
    expect(marked('see 0x52908400098527886e0f', ['…e0f', false])).toBe('see [0x52908400098527886e0f]');
  });

  it('take quoted words as they are, next to each other', () => {
    expect(marked('I did not deposit', ['not deposit', true])).toBe('I did [not deposit]');
    expect(marked('not my deposit', ['not deposit', true])).toBeUndefined();
    expect(marked('two deposits', ['deposit', true])).toBeUndefined();
    expect(marked('two deposits', ['depos*', true])).toBe('two [deposits]');
  });

  it('need every one of them', () => {
    expect(marked('deposit of USDT', ['deposit', false], ['usdt', false])).toBe('[deposit] of [USDT]');
    expect(marked('deposit of USDT', ['deposit', false], ['btc', false])).toBeUndefined();
  });

  it('mean numbers as they are', () => {
    expect(marked('5000 and 500', ['500', false])).toBe('5000 and [500]');
    expect(marked('order 2026112099', ['20261120', false])).toBe('order [2026112099]');
  });

  it('are none where nothing can be looked for', () => {
    expect(readTerm('…', false)).toBeUndefined();
    expect(readTerm('!?', false)).toBeUndefined();
    expect(readTerm('', true)).toBeUndefined();
  });
});
