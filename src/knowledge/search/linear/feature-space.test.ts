import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findFeature, fitFeatureSpace, vectorise } from './feature-space.ts';
import { quantise, scoreClasses } from './linear-model.ts';

const countsOf = (features: readonly number[]) => new Map(features.map((feature) => [feature, 1]));
const feature = fc.integer({ min: 0, max: 0xffffffff });

describe('a feature space', () => {
  it('finds exactly the features that enough texts have', () => {
    fc.assert(fc.property(fc.array(fc.uniqueArray(feature, { maxLength: 20 }), { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (texts, minimum) => {
      const space = fitFeatureSpace(texts.map((text) => [countsOf(text)]), minimum);
      for (const one of new Set(texts.flat())) {
        const frequency = texts.filter((text) => text.includes(one)).length;
        expect(findFeature(space, one) >= 0).toBe(frequency >= minimum);
      }
      expect(findFeature(space, 12345) >= 0).toBe(texts.filter((text) => text.includes(12345)).length >= minimum);
    }));
  });

  it('makes vectors of length one, each view with the same weight', () => {
    const space = fitFeatureSpace([[countsOf([1, 2, 3]), countsOf([9])]], 1);
    const { indices, values } = vectorise(space, [countsOf([1, 2, 3]), countsOf([9])]);
    const lengthOf = (features: number[]) => Math.hypot(...features.map((one) => values[indices.indexOf(findFeature(space, one))]!));
    expect(Math.hypot(...values)).toBeCloseTo(1, 6);
    expect(lengthOf([1, 2, 3])).toBeCloseTo(lengthOf([9]), 6);
  });

  it('makes an empty vector of unknown features', () => {
    expect(vectorise(fitFeatureSpace([[countsOf([1])]], 1), [countsOf([2])]).indices).toHaveLength(0);
  });
});

describe('quantised weights', () => {
  it('score as the exact ones do, within a hundredth of the largest', () => {
    const weight = fc.float({ min: -8, max: 8, noNaN: true });
    fc.assert(fc.property(fc.array(weight, { minLength: 3, maxLength: 3 }), (row) => {
      const model = quantise(Float32Array.from(row), new Float32Array(3));
      const scores = scoreClasses(model, { indices: Int32Array.of(0), values: Float32Array.of(1) });
      const tolerance = Math.max(...row.map(Math.abs)) / 100 + 1e-6;
      row.forEach((exact, c) => expect(Math.abs(scores[c]! - exact)).toBeLessThanOrEqual(tolerance));
    }));
  });
});
