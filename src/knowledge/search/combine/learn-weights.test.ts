import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../linear/random.ts';
import { measureCases } from '../measure/measure-cases.ts';
import { learnWeights, type WeightCase } from './learn-weights.ts';
import { combineSignals, type SignalWeights } from './signals.ts';

const EQUAL: SignalWeights = { linear: 1, lexical: 1, vector: 1, intent: 0 };

/** Cases in which `linear` knows the answer three times in four and `vector` is noise. */
function createCases(count: number, seed: number): WeightCase[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const right = Math.floor(random.next() * 5);
    const hint = random.next() < 0.75 ? right : Math.floor(random.next() * 5);
    const noise = () => Float64Array.from({ length: 5 }, () => random.next() * 4);
    const scores = { linear: Float64Array.from({ length: 5 }, (_v, c) => (c === hint ? 3 : 0)), lexical: new Float64Array(5), vector: noise(), intent: new Float64Array(5) };
    return { scores, right: [right] };
  });
}

describe('learning how much each signal counts', () => {
  const learned = learnWeights(createCases(400, 1), { initial: EQUAL, caution: 0.1 });
  const unseen = createCases(400, 2);

  it('trusts what tells the answer and not what is noise', () => {
    expect(learned.linear).toBeGreaterThan(0.5);
    expect(Math.abs(learned.vector)).toBeLessThan(0.2);
  });

  it('ranks unseen cases better and is calibrated on them', () => {
    const before = measureCases(unseen, EQUAL);
    const after = measureCases(unseen, learned);
    expect(after.top1).toBeGreaterThan(before.top1);
    expect(after.calibrationError).toBeLessThan(0.05);
  });

  it('stays with the weights it was given where a case alone speaks against them', () => {
    const cautious = learnWeights(createCases(1, 3), { initial: EQUAL, caution: 100 });
    expect(cautious.linear).toBeCloseTo(1, 1);
  });

  it('gives probabilities that sum to one', () => {
    const total = combineSignals(unseen[0]!.scores, learned).reduce((sum, p) => sum + p, 0);
    expect(total).toBeCloseTo(1, 9);
  });
});
