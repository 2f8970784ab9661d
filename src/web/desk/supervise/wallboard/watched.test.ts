import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepPlaces, queryOf } from './watched.ts';

const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')).map((ids) => ids.map((id) => ({ id })));

describe('keepPlaces', () => {
  it('moves nothing that is on the screen, shows everything that is there, and tells what left', () => {
    fc.assert(fc.property(fc.array(rows, { minLength: 1 }), (lists) => {
      let shown: ReturnType<typeof keepPlaces<{ id: string }>> = [];
      for (const list of lists) {
        const next = keepPlaces(shown, list);
        expect(next.slice(0, shown.length).map(({ row }) => row.id)).toEqual(shown.map(({ row }) => row.id));
        expect(next.filter(({ left }) => !left).map(({ row }) => row.id).sort()).toEqual(list.map(({ id }) => id).sort());
        shown = next;
      }
    }));
  });
});

describe('queryOf', () => {
  it('asks for an agent or for who waits', () => {
    expect(queryOf({ kind: 'agent', agentId: 'a b', name: 'Ana' })).toBe('agentId=a+b');
    expect(queryOf({ kind: 'waiting', team: 'fraud', urgency: 'high' })).toBe('team=fraud&urgency=high');
  });
});
