import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdOrder } from './held-order.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));

describe('holdOrder', () => {
  it('shows what is wanted while nothing is held', () => {
    expect(holdOrder(null, ['b', 'a'])).toEqual({ shown: ['b', 'a'], arrived: [], left: new Set(), outdated: false });
  });

  it('never moves, adds or removes a row that is held', () => {
    fc.assert(fc.property(ids.filter((held) => held.length > 0), ids, (held, wanted) => {
      expect(holdOrder(held, wanted).shown).toEqual(held);
    }));
  });

  it('tells which rows wait and which have left, so that nothing is lost', () => {
    fc.assert(fc.property(ids.filter((held) => held.length > 0), ids, (held, wanted) => {
      const { shown, arrived, left, outdated } = holdOrder(held, wanted);
      expect(new Set([...shown.filter((id) => !left.has(id)), ...arrived])).toEqual(new Set(wanted));
      expect(outdated).toBe(held.join() !== wanted.join());
    }));
  });

  it('lets the first rows in although the pointer is there already', () => {
    expect(holdOrder([], ['a']).shown).toEqual(['a']);
  });
});
