import { logSoftmax } from '../classifier/log-softmax.ts';

/**
 * What can speak for an article. `linear`: logarithm of the classifier's probability; `lexical`:
 * logarithm of the resemblance with its questions by words; `vector`: cosine of the embeddings;
 * `intent`: 1 where the class is an intent without articles. (The cosine with the one most similar
 * question was tried too: beside these it was given no weight.)
 */
export type ArticleSignal = 'linear' | 'lexical' | 'vector' | 'intent';

/**
 * What can speak for a reading, an intent with an urgency: `linear` and `lexical` as above, over the
 * questions of the reading. (What the ranking of articles says of its intent was tried too: it finds
 * no more dangers and twice as many false ones.)
 */
export type ReadingSignal = 'linear' | 'lexical';

/** One value a class, in one order of classes, for each signal. */
export type SignalScores<S extends string = ArticleSignal> = Readonly<Record<S, Float64Array>>;

/** How much each signal counts; their common size is the temperature, so the result is a calibrated probability. */
export type SignalWeights<S extends string = ArticleSignal> = Readonly<Record<S, number>>;

/** Probability of each class: a softmax of the weighted sum of signals. */
export function combineSignals<S extends string>(scores: SignalScores<S>, weights: SignalWeights<S>): Float64Array {
  const signals = Object.keys(weights) as S[];
  const total = new Float64Array(scores[signals[0]!].length);
  for (const signal of signals) {
    const weight = weights[signal];
    if (weight === 0) continue;
    scores[signal].forEach((value, c) => { total[c]! += weight * value; });
  }
  return logSoftmax(total).map(Math.exp);
}
