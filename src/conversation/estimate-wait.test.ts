import { describe, expect, it } from '@jest/globals';
import { minutesFor } from './estimate-wait.ts';

const minutes = (...list: number[]): number[] => list.map((one) => one * 60_000);

describe('the waiting time that is told', () => {
  it('is none where too few were served lately to say', () => {
    expect(minutesFor(minutes(1, 2, 3, 4))).toBeNull();
  });

  it('is what four of five waited at most', () => {
    expect(minutesFor(minutes(30, 1, 3, 2, 4))).toBe(4);
  });

  it('is rounded up, and never nothing', () => {
    expect(minutesFor([0, 0, 0, 0, 0])).toBe(1);
    expect(minutesFor([61_000, 61_000, 61_000, 61_000, 61_000])).toBe(2);
  });
});
