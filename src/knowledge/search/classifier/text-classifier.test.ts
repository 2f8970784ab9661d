import { describe, expect, it } from '@jest/globals';
import { extractFeatures } from '../text/extract-features.ts';
import { classify, trainClassifier, type Example } from './text-classifier.ts';

const EXAMPLES: Example[] = [
  ['fee', 'what does it cost'], ['fee', 'how high is the fee'], ['fee', 'fees for trading'], ['fee', 'is there a fee'],
  ['late', 'my deposit is late'], ['late', 'deposit has not come'], ['late', 'where is the deposit'], ['late', 'still no deposit'],
  ['hello', 'hello'], ['hello', 'good morning'], ['hello', 'hello there'], ['hello', 'good evening'],
].map(([label = '', text = '']) => ({ label, features: extractFeatures(text) }));

describe('the text classifier', () => {
  const classifier = trainClassifier(EXAMPLES);
  const probabilities = (text: string) => classify(classifier, extractFeatures(text)).map(Math.exp);

  it('finds the class of texts it has not seen', () => {
    const best = (text: string) => {
      const all = probabilities(text);
      return classifier.labels[all.indexOf(Math.max(...all))];
    };
    expect(['the fee please', 'deposit where', 'good day'].map(best)).toEqual(['fee', 'late', 'hello']);
  });

  it('gives probabilities that sum to one, whatever it is asked', () => {
    for (const text of ['', 'unheard-of words', 'fee deposit hello']) {
      expect(probabilities(text).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    }
  });

  it('is less certain the less it knows', () => {
    expect(Math.max(...probabilities('zzz qqq'))).toBeLessThan(Math.max(...probabilities('is there a fee')));
  });

  it('learns the same from the same examples', () => {
    expect(trainClassifier(EXAMPLES)).toEqual(classifier);
  });
});
