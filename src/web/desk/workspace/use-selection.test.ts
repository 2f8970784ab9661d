import { describe, expect, it } from '@jest/globals';
import { between } from './use-selection.ts';

describe('between', () => {
  const order = ['a', 'b', 'c', 'd'];

  it('picks both ends and what is between them, in either direction', () => {
    expect(between(order, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(between(order, 'c', 'a')).toEqual(['a', 'b', 'c']);
  });

  it('picks the row alone where nothing was picked before, or that is gone', () => {
    expect(between(order, null, 'c')).toEqual(['c']);
    expect(between(order, 'gone', 'c')).toEqual(['c']);
  });
});
