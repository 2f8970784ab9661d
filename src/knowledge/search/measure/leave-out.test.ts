import { describe, expect, it } from '@jest/globals';
import type { TrainingSet, TrainingText } from '../locale-index/training-set.ts';
import { leaveOut } from './leave-out.ts';
import { measureCases } from './measure-cases.ts';

const question = (label: string, text: string): TrainingText => ({ label, text, kind: 'question' });
const SET: TrainingSet = {
  name: 'test', concepts: [],
  texts: [question('a', 'a0'), { label: 'a', text: 'passage', kind: 'passage' }, question('a', 'a1'), question('b', 'b0'), question('a', 'a2'), question('b', 'b1')],
};

describe('leaving questions out', () => {
  it('takes every second question of each class and no passage', () => {
    const { kept, left } = leaveOut(SET, 1, 2);
    expect(left.map(({ text }) => text)).toEqual(['a1', 'b1']);
    expect(kept.texts.map(({ text }) => text)).toEqual(['a0', 'passage', 'b0', 'a2']);
  });

  it('leaves each question out of exactly one fold', () => {
    const left = [0, 1, 2].flatMap((number) => leaveOut(SET, number, 3).left.map(({ text }) => text));
    expect(left.sort()).toEqual(['a0', 'a1', 'a2', 'b0', 'b1']);
  });
});

describe('measuring cases', () => {
  const scored = (scores: number[], right: number[]) => ({
    scores: { linear: Float64Array.from(scores), lexical: new Float64Array(scores.length), vector: new Float64Array(scores.length), intent: new Float64Array(scores.length) }, right,
  });
  const WEIGHTS = { linear: 1, lexical: 0, vector: 0, intent: 0 };

  it('counts what is right first and among the first three, any right class counting', () => {
    const cases = [scored([9, 1, 0, 0], [0]), scored([1, 9, 0, 0], [0]), scored([1, 2, 3, 4], [0]), scored([5, 9, 0, 0], [0, 1])];
    expect(measureCases(cases, WEIGHTS)).toMatchObject({ cases: 4, top1: 0.5, top3: 0.75 });
  });

  it('finds no calibration error in what is certain and right', () => {
    expect(measureCases([scored([50, 0], [0])], WEIGHTS).calibrationError).toBeCloseTo(0, 9);
    expect(measureCases([scored([50, 0], [1])], WEIGHTS).calibrationError).toBeCloseTo(1, 9);
  });

  it('measures nothing without cases', () => {
    expect(measureCases([], WEIGHTS)).toEqual({ cases: 0, top1: 0, top3: 0, logLoss: 0, calibrationError: 0 });
  });
});
