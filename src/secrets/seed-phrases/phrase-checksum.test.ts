import { describe, expect, it } from '@jest/globals';
import { entropyToMnemonic, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { hasValidChecksum } from './phrase-checksum.ts';

describe('the checksum of a phrase', () => {
  it('holds for every phrase that is made of entropy', () => {
    fc.assert(fc.property(fc.constantFrom(16, 20, 24, 28, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length })), (entropy) => {
      expect(hasValidChecksum(entropyToMnemonic(entropy, wordlist).split(' ').map((word) => wordlist.indexOf(word)))).toBe(true);
    }));
  });

  it('is what the library says, for any words', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 2047 }), { minLength: 11, maxLength: 25 }), (places) => {
      expect(hasValidChecksum(places)).toBe(validateMnemonic(places.map((place) => wordlist[place]).join(' '), wordlist));
    }));
  });
});
