import { describe, expect, it } from '@jest/globals';
import { mergeFacts, mergeShelves } from './merge-forms.ts';

describe('forms that two changed at once', () => {
  it('keep each change of facts, and mine of what both changed', () => {
    expect(mergeFacts({ a: '1', b: '1', c: '1', d: '1' }, { a: 'mine', b: '1', c: 'mine', e: 'new' }, { a: '1', b: 'theirs', c: 'theirs', d: '1', f: 'new' }))
      .toEqual({ a: 'mine', b: 'theirs', c: 'mine', f: 'new', e: 'new' });
  });

  it('keep my order of shelves, their changes of rows that I left, and their new ones', () => {
    const row = (id: string, team: 'general' | 'fraud' = 'general') => ({ id, team, titles: {} });
    expect(mergeShelves([row('a'), row('b'), row('c')], [row('b'), row('a', 'fraud')], [row('a'), row('b', 'fraud'), row('c'), row('d')]))
      .toEqual([row('b', 'fraud'), row('a', 'fraud'), row('d')]);
  });
});
