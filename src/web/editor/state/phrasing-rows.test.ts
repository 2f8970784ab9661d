import { describe, expect, it } from '@jest/globals';
import { pasteRows, sameRows } from './phrasing-rows.ts';

describe('rows of phrasings', () => {
  it('become many where many lines are pasted, without the marks of lists', () => {
    expect(pasteRows(['a', '', 'z'], 1, '- one\r\n2. two\n\n"three"\n', 600)).toEqual({ rows: ['a', 'one', 'two', 'three', 'z'], last: 3 });
  });

  it('come after a row that has words', () => {
    expect(pasteRows(['a', 'z'], 0, 'one\ntwo', 600)).toEqual({ rows: ['a', 'one', 'two', 'z'], last: 2 });
  });

  it('are not brought twice', () => {
    expect(pasteRows(['Where is it', ''], 1, 'where is it\nnew\nnew', 600).rows).toEqual(['Where is it', 'new']);
  });

  it('are the file\'s as long as only empty ones are added', () => {
    expect(sameRows(['a', '', 'b', ' '], ['a', 'b'])).toBe(true);
    expect(sameRows(['a', 'c'], ['a', 'b'])).toBe(false);
  });
});
