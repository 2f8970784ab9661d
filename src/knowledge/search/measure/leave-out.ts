import type { TrainingSet, TrainingText } from '../locale-index/training-set.ts';

/** A training set without some of its questions, and those. */
export interface Fold {
  readonly kept: TrainingSet;
  readonly left: readonly TrainingText[];
}

/** Every `count`th question of each class, beginning with the `number`th, is left out. Passages stay. */
export function leaveOut(set: TrainingSet, number: number, count: number): Fold {
  const seen = new Map<string, number>();
  const kept: TrainingText[] = [];
  const left: TrainingText[] = [];
  for (const text of set.texts) {
    const place = seen.get(text.label) ?? 0;
    if (text.kind === 'question') seen.set(text.label, place + 1);
    (text.kind === 'question' && place % count === number ? left : kept).push(text);
  }
  return { kept: { ...set, texts: kept }, left };
}
