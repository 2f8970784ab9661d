import { describe, expect, it } from '@jest/globals';
import { suggestId } from './suggest-id.ts';

describe('suggestId', () => {
  it.each([
    ['deposit', 'Where is my deposit?', 'deposit-where-is-my-deposit'],
    ['deposit', 'Deposit fees', 'deposit-fees'],
    ['account', 'Ça marche? Don’t worry', 'account-ca-marche-dont-worry'],
    ['account', '手机号', 'account'],
  ])('of %s, %s', (category, title, id) => {
    expect(suggestId(category, title)).toBe(id);
  });

  it('ends with a whole word', () => {
    expect(suggestId('account', 'word '.repeat(30))).toMatch(/^account(-word)+$/);
  });
});
