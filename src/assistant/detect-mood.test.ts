import { describe, expect, it } from '@jest/globals';
import { detectMood } from './detect-mood.ts';
import { createReadCues } from './read-cues.ts';

const readCues = createReadCues({ en: { worried: ['please hurry', 'scared'], angry: ['ridiculous', 'fed up'], desperate: ['lost everything'] } });
const mood = (text: string) => detectMood(text, readCues(text, 'en'));

describe('the mood of a contact', () => {
  it('is calm where nothing speaks against it', () => {
    expect(mood('how do I deposit')).toMatchObject({ mood: 'calm', words: [] });
  });

  it('rests on the words that tell it, and is surer with more of them', () => {
    expect(mood('I am scared')).toEqual({ mood: 'worried', confidence: 0.6, words: ['scared'] });
    expect(mood('I am scared, please hurry!!').confidence).toBe(0.9);
  });

  it('is the one that asks for most care', () => {
    expect(mood('this is ridiculous and I am scared').mood).toBe('angry');
    expect(mood('ridiculous, I lost everything').mood).toBe('desperate');
  });

  it('hears shouting, but not in names and tickers', () => {
    expect(mood('WHERE IS MY MONEY').mood).toBe('worried');
    expect(mood('BTC').mood).toBe('calm');
    expect(mood('my money???').mood).toBe('worried');
  });
});
