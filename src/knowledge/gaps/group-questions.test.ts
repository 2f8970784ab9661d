import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GroupProfile } from '../../domain/group-profile.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Question } from '../../ports.ts';
import { addToProfile, compareProfiles } from './compare-profiles.ts';
import { createGrouping, type OpenGroup } from './group-questions.ts';
import type { AskedQuestion } from './read-questions.ts';
import { withoutMarkers } from './without-markers.ts';

/** Words in capitals are names that all languages share. */
const describeWords = (text: string, locale: Locale): Promise<GroupProfile> => {
  const weigh = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, 1]));
  const words = withoutMarkers(text).split(' ');
  return Promise.resolve({ size: 1, classes: {}, concepts: {}, words: { [locale]: weigh(words), any: weigh(words.filter((word) => /^[A-Z]+$/.test(word))) } });
};

let seq = 0;
const asked = (text: string | null, more: Partial<AskedQuestion> = {}): AskedQuestion => ({ seq: seq += 1, at: seq, locale: 'en', text, outcome: 'unclear', intent: 'out_of_scope', articleId: null, helped: null, handedOver: false, ...more });

function open(groups: readonly OpenGroup[] = []) {
  let ids = 0;
  const grouping = createGrouping(groups, { describe: describeWords, newId: () => `g${ids += 1}` });
  const place = async (questions: readonly AskedQuestion[], before: readonly Question[] = []) => (await grouping.place({ conversationId: 'c', seq: 1, at: 1 }, questions, before)).questions;
  return { grouping, place, groupsOf: async (...questions: AskedQuestion[]) => (await place(questions)).map(({ groupId }) => groupId) };
}

describe('createGrouping', () => {
  it('puts questions of the same matter together, also across languages', async () => {
    const { groupsOf } = open();
    expect(await groupsOf(asked('buy NFT here'), asked('sell shoes'), asked('NFT kaufen', { locale: 'de' }), asked('shoes sell now'), asked('買う NFT', { locale: 'ja' }))).toEqual(['g1', 'g2', 'g1', 'g2', 'g1']);
  });

  it('groups what nobody answered and says something, and nothing else', async () => {
    const { groupsOf, grouping } = open();
    expect(await groupsOf(asked('buy NFT', { outcome: 'answered' }), asked(null), asked('⟨amount⟩ ?'), asked('ok'))).toEqual([null, null, null, null]);
    expect(grouping.takeChanged()).toEqual([]);
    expect(await groupsOf(asked('空投'), asked('buy NFT', { outcome: 'unhelpful' }))).toEqual(['g1', 'g2']);
  });

  it('leaves a question where it was, however often its log is read, and lets it go when it was answered after all', async () => {
    const first = open();
    const question = asked('buy NFT');
    const before = await first.place([question]);
    const again = open([...first.grouping.takeChanged()]);
    expect(await again.place([question], before)).toEqual(before);
    expect(again.grouping.takeChanged()).toEqual([]);
    expect((await again.place([{ ...question, outcome: 'answered' }], before))[0]?.groupId).toBeNull();
  });

  it('tells which groups changed, once, with the question that each began with', async () => {
    const { groupsOf, grouping } = open();
    await groupsOf(asked('buy NFT'), asked('NFT sell'));
    expect(grouping.takeChanged()).toMatchObject([{ id: 'g1', example: { text: 'buy NFT', locale: 'en' }, profile: { size: 2 } }]);
    expect(grouping.takeChanged()).toEqual([]);
  });

  it('is the same every time, whatever comes', async () => {
    const questions = fc.array(fc.array(fc.constantFrom('NFT', 'VISA', 'buy', 'sell', 'card', 'shoes', 'when'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')), { maxLength: 15 });
    await fc.assert(fc.asyncProperty(questions, async (texts) => {
      const rows = texts.map((text) => asked(text));
      const groups = await open().groupsOf(...rows);
      expect(await open().groupsOf(...rows)).toEqual(groups);
      expect(groups.every((id) => id !== null)).toBe(true);
    }));
  });
});

describe('compareProfiles', () => {
  const weights = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.01, max: 1, noNaN: true }));
  const profile: fc.Arbitrary<GroupProfile> = fc.record({ size: fc.constant(1), classes: weights, concepts: weights, words: fc.record({ en: weights, de: weights, any: weights }, { requiredKeys: [] }) });

  it('is between 0 and 1, and the same from both sides', () => {
    fc.assert(fc.property(profile, profile, (a, b) => {
      const alike = compareProfiles(a, b);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1 + 1e-9);
      expect(compareProfiles(b, a)).toBeCloseTo(alike, 9);
    }));
  });

  it('keeps profiles small however many questions they are made of', () => {
    const many = Array.from({ length: 300 }, (_one, i): GroupProfile => ({ size: 1, classes: { [`c${i}`]: i }, concepts: {}, words: { en: { [`w${i}`]: 1, often: 1 } } }));
    const sum = many.reduce(addToProfile);
    expect(sum.size).toBe(300);
    expect(Object.keys(sum.classes).length).toBeLessThanOrEqual(60);
    expect(sum.words.en).toMatchObject({ often: 300 });
  });
});
