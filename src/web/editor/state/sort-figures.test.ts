import { describe, expect, it } from '@jest/globals';
import { handedShare, helpedShare, sortFigures, type ArticleFigures } from './sort-figures.ts';

const NONE = { uses: 0, helped: 0, notHelped: 0, conversations: 0, handedOver: 0, votes: { helped: 0, notHelped: 0 } };
const row = (articleId: string, now: Partial<ArticleFigures['now']>): ArticleFigures => ({ articleId, now: { ...NONE, ...now }, before: NONE });

describe('sortFigures', () => {
  const rows = [row('unrated', { uses: 9 }), row('good', { uses: 5, helped: 9, notHelped: 1 }), row('bad', { uses: 4, helped: 1, notHelped: 9 }), row('unused', {})];
  const ids = (sorted: readonly ArticleFigures[]): string[] => sorted.map(({ articleId }) => articleId);

  it('sorts by what the column shows, from either end', () => {
    expect(ids(sortFigures(rows, 'uses', false))).toEqual(['unrated', 'good', 'bad', 'unused']);
    expect(ids(sortFigures(rows, 'notHelped', false))).toEqual(['bad', 'good', 'unrated', 'unused']);
  });

  it('puts what nobody rated last, whichever end stands first', () => {
    expect(ids(sortFigures(rows, 'helped', true))).toEqual(['bad', 'good', 'unrated', 'unused']);
    expect(ids(sortFigures(rows, 'helped', false))).toEqual(['good', 'bad', 'unrated', 'unused']);
  });
});

describe('shares', () => {
  it('are none of nothing', () => {
    expect([helpedShare(NONE), handedShare(NONE)]).toEqual([null, null]);
    expect([helpedShare({ helped: 3, notHelped: 1 }), handedShare({ handedOver: 1, conversations: 4 })]).toEqual([0.75, 0.25]);
  });
});
