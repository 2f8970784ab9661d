import { describe, expect, it } from '@jest/globals';
import { smallKnowledge, translation } from '../../../test/fixtures/small-knowledge.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import { assembleKnowledgeBase } from '../load-knowledge-base.ts';
import type { Search } from './create-search.ts';
import { rankInBetween } from './rank-in-between.ts';

const learned = assembleKnowledgeBase(parseKnowledgeFiles('', smallKnowledge()));
const search = { rank: () => Promise.resolve({ articles: [{ articleId: 'deposit-fees', score: 0.8 }, { articleId: 'security-lost-2fa', score: 0.1 }], readings: [] }) } as Partial<Search> as Search;

describe('ranking while new articles are being learned', () => {
  it('recognises questions that came with them, by their words', async () => {
    const text = translation('My deposit is late', ['deposit not showing up', 'is there a ceiling for a zebra coloured payout'], 'deposit-fees');
    const base = assembleKnowledgeBase(parseKnowledgeFiles('', new Map([...smallKnowledge(), ['articles/deposit-late/en.md', text]])));
    const between = rankInBetween(search, learned, base);
    for (const asked of ['is there a ceiling for a zebra coloured payout', 'Is there a ceiling for a zebra-coloured payout??']) {
      const { articles } = await between.rank(asked, 'en');
      expect(articles[0]).toMatchObject({ articleId: 'deposit-late' });
      expect(articles.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1);
    }
    expect((await between.rank('what does a deposit cost', 'en')).articles[0]).toEqual({ articleId: 'deposit-fees', score: 0.8 });
  });

  it('never names an article that is gone', async () => {
    const { ['deposit-fees']: _gone, ...rest } = Object.fromEntries(learned.articles);
    const between = rankInBetween(search, learned, { ...learned, articles: new Map(Object.entries(rest)) });
    expect((await between.rank('what does a deposit cost', 'en')).articles).toEqual([{ articleId: 'security-lost-2fa', score: 0.1 }]);
  });
});
