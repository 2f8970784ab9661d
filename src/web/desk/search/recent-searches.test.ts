import { describe, expect, it } from '@jest/globals';
import { createRecentSearches } from './recent-searches.ts';

function createStorage(initial?: string) {
  const values = new Map(initial === undefined ? [] : [['vigil.searches.ana', initial]]);
  return { getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => { values.set(key, value); }, removeItem: (key: string) => { values.delete(key); } };
}

describe('recent searches', () => {
  it('are the last ones, each once, of one agent', () => {
    const storage = createStorage();
    const recent = createRecentSearches(storage, 'ana');
    for (let number = 1; number <= 10; number++) recent.add(`search ${number}`);
    recent.add(' search 5 ');
    recent.add('  ');
    expect(recent.read()).toEqual(['search 5', 'search 10', 'search 9', 'search 8', 'search 7', 'search 6', 'search 4', 'search 3']);
    expect(createRecentSearches(storage, 'ben').read()).toEqual([]);
    recent.clear();
    expect(recent.read()).toEqual([]);
  });

  it.each(['{', '5', '[1, "kept"]'])('are read also where %s is stored', (stored) => {
    expect(createRecentSearches(createStorage(stored), 'ana').read()).toEqual(stored.includes('kept') ? ['kept'] : []);
  });

  it('are none where the browser keeps nothing', () => {
    const fail = (): never => { throw new Error('forbidden'); };
    const recent = createRecentSearches({ getItem: fail, setItem: fail, removeItem: fail }, 'ana');
    recent.add('x');
    recent.clear();
    expect(recent.read()).toEqual([]);
  });
});
