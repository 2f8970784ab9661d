import { describe, expect, it } from '@jest/globals';
import { moveCursor } from './cursor.ts';

const ids = ['a', 'b', 'c'];

describe('moveCursor', () => {
  it.each([
    ['begins at the top', null, 0, 1, 'a'], ['begins at the end when going up', null, 0, -1, 'c'],
    ['goes down', 'a', 0, 1, 'b'], ['goes up', 'c', 2, -1, 'b'],
    ['stays at the end', 'c', 2, 1, 'c'], ['stays at the top', 'a', 0, -1, 'a'],
    ['takes the row that took the place of one that left', 'gone', 1, 1, 'b'], ['goes up from where one left', 'gone', 1, -1, 'a'],
    ['takes the last where the end left', 'gone', 9, 1, 'c'],
  ] as [string, string | null, number, 1 | -1, string][])('%s', (_name, id, index, step, expected) => {
    expect(moveCursor(ids, { id, index }, step)).toBe(expected);
  });

  it('has nowhere to go in an empty list', () => {
    expect(moveCursor([], { id: 'a', index: 0 }, 1)).toBeNull();
  });
});
