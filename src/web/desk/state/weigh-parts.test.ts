import { describe, expect, it } from '@jest/globals';
import { anUnderstanding } from './testing.ts';
import { weighParts, type PartName } from './weigh-parts.ts';

const partOf = (part: PartName, ...args: Parameters<typeof anUnderstanding>) => weighParts(anUnderstanding(...args)).find((one) => one.part === part);

describe('weighParts', () => {
  it('gives each part the confidence and the words that it rests on', () => {
    const evidence = [{ part: 'mood' as const, value: 'angry', confidence: 0.8, words: ['scammers', 'liars'] }];
    expect(partOf('mood', { mood: 'angry', evidence })).toMatchObject({ confidence: 0.8, words: ['scammers', 'liars'], alone: null });
  });

  it('does not lend the confidence of the words to what a rule made of them', () => {
    const evidence = [{ part: 'intent' as const, value: 'deposit_help', confidence: 0.7, words: ['deposit'] }];
    expect(partOf('intent', { intent: 'security_incident', evidence }))
      .toEqual({ part: 'intent', value: 'security_incident', confidence: null, words: [], alone: { value: 'deposit_help', confidence: 0.7 } });
  });

  it('takes the rules of language detection for no words of the contact', () => {
    const evidence = [{ part: 'locale' as const, value: 'ar', confidence: 0.99, words: ['script of ar'] }];
    expect(partOf('locale', { locale: 'ar', evidence })).toMatchObject({ confidence: 0.99, words: [] });
    expect(partOf('locale', { locale: null })).toMatchObject({ value: 'none', confidence: null });
  });

  it('knows of turns without evidence how sure the intent was', () => {
    expect(partOf('intent', { confidence: 0.6 })).toMatchObject({ confidence: 0.6, alone: null });
  });
});
