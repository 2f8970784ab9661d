import { describe, expect, it } from '@jest/globals';
import { factsFrom } from './facts.ts';
import { anAnswer, started } from './testing.ts';

describe('factsFrom', () => {
  it('names each cited article once, in the order of citing, and the page where it began', () => {
    const { cited, page } = factsFrom([started(1), anAnswer(2, ['b', 'a']), anAnswer(3, ['a', 'c'])]);
    expect(cited.map(({ articleId }) => articleId)).toEqual(['b', 'a', 'c']);
    expect(page).toBe('/wallet');
  });
});
