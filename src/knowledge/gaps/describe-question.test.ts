import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../domain/locales.ts';
import type { Knowledge } from '../knowledge.ts';
import { compareProfiles } from './compare-profiles.ts';
import { createDescribeQuestion } from './describe-question.ts';
import { createGrouping } from './group-questions.ts';

/** Nothing is known of what is asked but its subjects. */
const knowledge = {
  base: { articles: new Map(), concepts: {}, subjects: { en: { inheritance: ['inherit*', 'passed away'], nft: ['nft*'] }, de: { inheritance: ['erbe*'] }, ja: { inheritance: ['相続'] } } },
  search: { rank: () => Promise.resolve({ articles: [], readings: [] }) },
} as unknown as Knowledge;

describe('createDescribeQuestion', () => {
  const describeQuestion = createDescribeQuestion(() => knowledge);

  it('tells the same subject in languages that share no word', async () => {
    const [en, de, ja, other] = await Promise.all([describeQuestion('my father passed away', 'en'), describeQuestion('Erbe eines Kontos', 'de'), describeQuestion('口座を相続したい', 'ja'), describeQuestion('dark mode please', 'en')]);
    expect(compareProfiles(en, de)).toBeGreaterThan(0.33);
    expect(compareProfiles(de, ja)).toBeGreaterThan(0.33);
    expect(compareProfiles(en, other)).toBeLessThan(0.33);
  });

  it('knows English expressions in every language', async () => {
    expect((await describeQuestion('где тут NFT', 'ru')).words.any).toMatchObject({ 'subject:nft': expect.any(Number) as unknown });
  });

  it('brings the questions of a subject into one group', async () => {
    let ids = 0;
    const grouping = createGrouping([], { describe: describeQuestion, newId: () => `g${ids += 1}` });
    const ask = (seq: number, locale: Locale, text: string) => ({ seq, at: seq, locale, text, outcome: 'unclear' as const, intent: 'out_of_scope' as const, articleId: null, helped: null, handedOver: false });
    const { questions } = await grouping.place({ conversationId: 'c', seq: 9, at: 9 }, [ask(1, 'en', 'inheritance of an account'), ask(2, 'ja', '口座を相続したい'), ask(3, 'en', 'dark mode please'), ask(4, 'de', 'Erbe eines Kontos')], []);
    expect(questions.map(({ groupId }) => groupId)).toEqual(['g1', 'g1', 'g2', 'g1']);
  });
});
