import type { Span } from '../../ports.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_STEPS = 60;

/** The last so many days, and as many before them. */
export interface Periods {
  readonly now: Span;
  readonly before: Span;
}

export function lastDays(days: number, until: number): Periods {
  const from = until - days * DAY_MS;
  return { now: { from, to: until }, before: { from: from - days * DAY_MS, to: from } };
}

/** When each step of a period begins: steps of whole days, the first may be cut. */
export function stepsOf({ from, to }: Span): number[] {
  const length = Math.ceil((to - from) / DAY_MS / MAX_STEPS) * DAY_MS;
  const starts: number[] = [];
  for (let start = to - length; start > from - length; start -= length) starts.unshift(Math.max(start, from));
  return starts;
}

/** Place of the step in which something happened. */
export function stepAt(starts: readonly number[], at: number): number {
  return starts.findLastIndex((start) => start <= at);
}
