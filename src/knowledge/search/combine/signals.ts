import { logSoftmax } from '../classifier/log-softmax.ts';

/**
 * What can speak for a class. `linear`: logarithm of the classifier's probability; `lexical`:
 * logarithm of the resemblance with its questions by words; `vector`: cosine of the embeddings;
 * `intent`: 1 where the class is an intent without articles. (The cosine with the one most similar
 * question was tried too: beside these it was given no weight.)
 */
export const SIGNALS = ['linear', 'lexical', 'vector', 'intent'] as const;
export type Signal = (typeof SIGNALS)[number];

/** One value a class, in one order of classes, for each signal. */
export type SignalScores = Readonly<Record<Signal, Float64Array>>;

/** How much each signal counts; their common size is the temperature, so the result is a calibrated probability. */
export type SignalWeights = Readonly<Record<Signal, number>>;

/** Probability of each class: a softmax of the weighted sum of signals. */
export function combineSignals(scores: SignalScores, weights: SignalWeights): Float64Array {
  const total = new Float64Array(scores.linear.length);
  for (const signal of SIGNALS) {
    const weight = weights[signal];
    if (weight === 0) continue;
    scores[signal].forEach((value, c) => { total[c]! += weight * value; });
  }
  return logSoftmax(total).map(Math.exp);
}
