import type { DeskSettings } from '../../../../domain/desk-settings.ts';

type Criterion = DeskSettings['rubric'][number];

/** An id that no criterion ever had, also none that was removed: scores stay with what they were given for. */
export function newCriterionId(): string {
  return `c-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The rubric with one criterion a place further on (`by` 1) or back (-1); the same order where there is no such place. */
export function moveCriterion(rubric: readonly Criterion[], index: number, by: 1 | -1): Criterion[] {
  const one = rubric[index];
  const other = rubric[index + by];
  return one && other ? rubric.with(index, other).with(index + by, one) : [...rubric];
}
