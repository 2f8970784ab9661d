import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeConversations } from './conversations.ts';
import { aConversation } from './testing.ts';

const states = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), seq: fc.integer({ min: 1, max: 9 }) }).map((each) => aConversation(each)));

describe('mergeConversations', () => {
  it('ends with the highest seq of each conversation, in whatever order and batches states arrive', () => {
    fc.assert(fc.property(fc.array(states), (batches) => {
      const merged = batches.reduce(mergeConversations, new Map());
      const newest = new Map<string, number>();
      for (const { id, seq } of batches.flat()) newest.set(id, Math.max(seq, newest.get(id) ?? 0));
      expect(new Map([...merged].map(([id, { seq }]) => [id, seq]))).toEqual(newest);
    }));
  });

  it('takes clocks that run anew without an event, as when settings were saved', () => {
    const sla = { spentMs: 0, runningSince: null, dueAt: { 'first-response': 9 }, warnAt: { 'first-response': 5 } };
    const known = mergeConversations(new Map(), [aConversation({ seq: 4 })]);
    expect(mergeConversations(known, [aConversation({ seq: 4, sla })]).get('c1')?.sla).toEqual(sla);
    expect(mergeConversations(known, [aConversation({ seq: 3, sla })])).toBe(known);
  });

  it('returns the same map when nothing is news, so that nothing is drawn again', () => {
    const known = mergeConversations(new Map(), [aConversation({ seq: 4 })]);
    expect(mergeConversations(known, [aConversation({ seq: 4 }), aConversation({ seq: 2 })])).toBe(known);
  });
});
