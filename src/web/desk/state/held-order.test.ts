import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareHeld } from './held-order.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));

describe('compareHeld', () => {
  it('tells which rows wait, and whether the list would look otherwise', () => {
    fc.assert(fc.property(ids, ids, (held, wanted) => {
      const { arrived, outdated } = compareHeld(held, wanted);
      expect(arrived).toEqual(wanted.filter((id) => !held.includes(id)));
      expect(outdated).toBe(held.join() !== wanted.join());
    }));
  });
});
