import { describe, expect, it } from '@jest/globals';
import { isOneEditAway } from './is-one-edit-away.ts';

describe('one edit', () => {
  it.each([['about', 'abuot'], ['about', 'abot'], ['about', 'aboutt'], ['about', 'ebout'], ['a', '']])('parts %s and %s', (a, b) => {
    expect(isOneEditAway(a, b)).toBe(true);
    expect(isOneEditAway(b, a)).toBe(true);
  });

  it.each([['about', 'about'], ['about', 'abtuo'], ['about', 'bouta'], ['about', 'ab']])('does not part %s and %s', (a, b) => {
    expect(isOneEditAway(a, b)).toBe(false);
  });
});
