import { describe, expect, it } from '@jest/globals';
import { findNumbers } from './find-numbers.ts';

describe('finding the numbers of a text', () => {
  it.each([
    ['error 429 after 24/7 support', ['24', '429', '7']],
    ['١٢ ساعة', ['12']],
    ['२४ घंटे', ['24']],
    ['1,000 and 1.000 and 1 000', ['1000']],
    ['with 10x leverage', ['10']],
  ])('finds those of "%s"', (text, numbers) => {
    expect(findNumbers(text)).toEqual(numbers);
  });

  it.each(['2FA', 'TRC20', 'ERC-20', 'P2P', 'Web3', '2段階認証', '2단계 인증'])('takes %s for a name', (text) => {
    expect(findNumbers(text)).toEqual([]);
  });
});
