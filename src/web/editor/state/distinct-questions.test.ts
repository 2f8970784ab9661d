import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canBePhrasing, distinctQuestions, pickFirst, type GapQuestion } from './distinct-questions.ts';

const ask = (text: string, more: Partial<GapQuestion> = {}): GapQuestion => ({ at: 1, locale: 'en', text, outcome: 'unclear', intent: 'out_of_scope', articleId: null, handedOver: false, ...more });

describe('distinctQuestions', () => {
  it('shows what was asked in the same words once, with how often', () => {
    const rows = distinctQuestions([ask('Do you have NFTs?', { at: 9, outcome: 'declined' }), ask('do you  have NFTs', { at: 3, handedOver: true }), ask('nft', { at: 5 }), ask('NFT?', { at: 2, locale: 'de' })]);
    expect(rows).toMatchObject([{ text: 'Do you have NFTs?', count: 2, at: 9, outcome: 'declined', handedOver: true }, { text: 'nft', count: 1 }, { text: 'NFT?', locale: 'de' }]);
  });

  it('picks of every language, and nothing that is too long for a phrasing', () => {
    const many = Array.from({ length: 30 }, (_one, i) => ask(`question ${i}`));
    const rows = distinctQuestions([...many, ask('вопрос', { locale: 'ru' }), ask('x'.repeat(601), { locale: 'fr' })]);
    const picked = rows.filter(({ key }) => pickFirst(rows).has(key));
    expect(picked).toHaveLength(20);
    expect(picked.some(({ locale }) => locale === 'ru')).toBe(true);
    expect(picked.every(canBePhrasing)).toBe(true);
  });

  it('loses no question and counts none twice', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('A', 'a', 'a!', 'b', '')), (texts) => {
      expect(distinctQuestions(texts.map((text) => ask(text))).reduce((sum, { count }) => sum + count, 0)).toBe(texts.length);
    }));
  });
});
