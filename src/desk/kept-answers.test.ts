import { describe, expect, it } from '@jest/globals';
import { createKeptAnswers } from './kept-answers.ts';

function counted() {
  let made = 0;
  return { make: () => Promise.resolve(++made), count: () => made };
}

describe('kept answers', () => {
  it('are made once for all who ask, and anew for another version or on demand', async () => {
    const { make, count } = counted();
    const kept = createKeptAnswers<number>(10);
    expect(await Promise.all([kept.get('a', 1, make), kept.get('a', 1, make)])).toEqual([1, 1]);
    expect(await kept.get('a', 2, make)).toBe(2);
    expect(await kept.get('a', 2, make, true)).toBe(3);
    expect(await kept.get('a', 2, make)).toBe(3);
    expect(count()).toBe(3);
  });

  it('are not kept where they failed or are not worth it', async () => {
    const { make } = counted();
    const kept = createKeptAnswers<number>(10, (answer) => answer > 1);
    await expect(kept.get('a', 1, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await kept.get('a', 1, make)).toBe(1);
    expect(await kept.get('a', 1, make)).toBe(2);
    expect(await kept.get('a', 1, make)).toBe(2);
  });

  it('let the oldest go', async () => {
    const { make } = counted();
    const kept = createKeptAnswers<number>(2);
    for (const key of ['a', 'b', 'c']) await kept.get(key, 1, make);
    expect(await kept.get('c', 1, make)).toBe(3);
    expect(await kept.get('a', 1, make)).toBe(4);
  });
});
