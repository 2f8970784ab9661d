import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shortenMiddle, splitCodes } from './long-code.ts';

const codesIn = (text: string): string[] => splitCodes(text).filter(({ kind }) => kind === 'code').map(({ text: code }) => code);

describe('splitCodes', () => {
  it.each([
    ['an Ethereum address', '0x71C7656EC7ab88b098defB751B7401B5f6d8976F'],
    ['a Bitcoin address', 'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh'],
    ['an old Bitcoin address', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['a transaction id', '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b'],
    ['a Tron address', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8'],
  ])('finds %s', (_name, code) => {
    expect(codesIn(`My coins went to ${code}.`)).toEqual([code]);
    expect(codesIn(`地址：${code}，请查`)).toEqual([code]);
    expect(codesIn(`txid:${code}`)).toEqual([code]);
  });

  it('leaves words, numbers and links alone', () => {
    expect(codesIn('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft')).toEqual([]);
    expect(codesIn('12345678901234567890123456789012345')).toEqual([]);
    expect(codesIn('https://explorer.example/tx/4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b')).toEqual([]);
    expect(codesIn('4a5e1e4baab89f3a32518a88c31bc87f@exchange.example')).toEqual([]);
  });

  it('loses nothing of the text', () => {
    const code = fc.string({ unit: fc.constantFrom(...'0123456789abcdefXYZ'), minLength: 20, maxLength: 70 });
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), code)), (parts) => {
      expect(splitCodes(parts.join(' ')).map(({ text }) => text).join('')).toBe(parts.join(' '));
    }));
  });
});

describe('shortenMiddle', () => {
  it('keeps both ends of what is long and all of what is not', () => {
    expect(shortenMiddle('0x71C7656EC7ab88b098defB751B7401B5f6d8976F')).toBe('0x71C765…f6d8976F');
    expect(shortenMiddle('VG-7K2M-93')).toBe('VG-7K2M-93');
  });
});
