import { describe, expect, it } from '@jest/globals';
import { createCaseNumber } from '../conversation/case-number.ts';
import { readCaseNumber } from './read-case-number.ts';

describe('a case number that somebody typed', () => {
  it.each(['7K3M-92QX', '7k3m92qx', '#7k3m 92qx', '7K3M–92QX', '７Ｋ３Ｍ－９２ＱＸ'])('is found in %j', (typed) => {
    expect(readCaseNumber(typed)).toBe('7K3M-92QX');
  });

  it('is read where letters were taken for digits', () => {
    expect(readCaseNumber('oiL0-0000')).toBe('0110-0000');
  });

  it.each(['', '7K3M-92Q', '7K3M-92QXX', '7K3M-92QU', 'deposit!'])('is none in %j', (typed) => {
    expect(readCaseNumber(typed)).toBeUndefined();
  });

  it('is every one that was given', () => {
    for (let count = 0; count < 200; count++) {
      const number = createCaseNumber();
      expect(readCaseNumber(number.toLowerCase().replace('-', ''))).toBe(number);
    }
  });
});
