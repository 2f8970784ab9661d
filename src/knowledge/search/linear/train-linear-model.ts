import { createRandom } from './random.ts';
import { quantise, type LinearModel } from './linear-model.ts';
import type { SparseVector } from './sparse-vector.ts';

export interface TrainingSet {
  readonly vectors: readonly SparseVector[];
  /** Class of each vector, 0 to `classCount` − 1. */
  readonly labels: Int32Array;
  readonly classCount: number;
  readonly featureCount: number;
}

export interface TrainingOptions {
  /** Passes over the texts. */
  readonly epochs: number;
  /** First step; it shrinks linearly to nothing. */
  readonly learningRate: number;
  /**
   * Share of a text's features that are left out at each step, so that no single one is relied on. It
   * takes the place of a penalty on the weights, which gained nothing beside it and cost half the time.
   */
  readonly dropout: number;
  readonly seed: number;
}

/** A gradient smaller than this moves nothing that matters; most classes are, after the first passes. */
const NEGLIGIBLE = 3e-3;
const BIAS_RATE = 0.1;

/**
 * Multinomial logistic regression by stochastic gradient descent with feature dropout (Wager, Wang,
 * Liang 2013). The same set and options give the same model. Synchronous: seconds for thousands of texts.
 */
export function trainLinearModel(set: TrainingSet, options: TrainingOptions): LinearModel {
  const { vectors, labels, classCount, featureCount } = set;
  const weights = new Float32Array(featureCount * classCount);
  const bias = new Float32Array(classCount);
  const random = createRandom(options.seed);
  const order = vectors.map((_, i) => i);
  const gradient = createGradient(classCount);
  const steps = options.epochs * vectors.length;
  for (let step = 0; step < steps; step++) {
    if (step % vectors.length === 0) random.shuffle(order);
    const at = order[step % vectors.length]!;
    const rate = options.learningRate * (1 - step / steps);
    const vector = dropFeatures(vectors[at]!, options.dropout, random.next);
    gradient.compute(vector, weights, bias, labels[at]!);
    gradient.apply(vector, weights, bias, rate);
  }
  return quantise(weights, bias);
}

/** Keeps each feature with probability 1 − `share`, scaled so that the expected score stays. */
function dropFeatures({ indices, values }: SparseVector, share: number, random: () => number): SparseVector {
  const kept: SparseVector = { indices: new Int32Array(indices.length), values: new Float32Array(indices.length) };
  let length = 0;
  for (let i = 0; i < indices.length; i++) {
    if (random() < share) continue;
    kept.indices[length] = indices[i]!;
    kept.values[length] = values[i]! / (1 - share);
    length += 1;
  }
  return { indices: kept.indices.subarray(0, length), values: kept.values.subarray(0, length) };
}

/** Gradient of the cross entropy by class, in arrays that are used again at every step. */
function createGradient(classCount: number) {
  const gradient = new Float32Array(classCount);
  const active = new Int32Array(classCount);
  let activeCount = 0;
  return {
    compute({ indices, values }: SparseVector, weights: Float32Array, bias: Float32Array, label: number): void {
      gradient.set(bias);
      // Two rows at a time: most of the time goes into reading and writing the sums.
      const pairs = indices.length - (indices.length % 2);
      for (let i = 0; i < pairs; i += 2) {
        const row = indices[i]! * classCount;
        const next = indices[i + 1]! * classCount;
        const value = values[i]!;
        const nextValue = values[i + 1]!;
        for (let c = 0; c < classCount; c++) gradient[c] = gradient[c]! + value * weights[row + c]! + nextValue * weights[next + c]!;
      }
      if (pairs < indices.length) {
        const row = indices[pairs]! * classCount;
        const value = values[pairs]!;
        for (let c = 0; c < classCount; c++) gradient[c] = gradient[c]! + value * weights[row + c]!;
      }
      softmaxInPlace(gradient);
      gradient[label] = gradient[label]! - 1;
      activeCount = 0;
      for (let c = 0; c < classCount; c++) if (Math.abs(gradient[c]!) > NEGLIGIBLE) active[activeCount++] = c;
    },
    apply({ indices, values }: SparseVector, weights: Float32Array, bias: Float32Array, rate: number): void {
      for (let i = 0; i < indices.length; i++) {
        const row = indices[i]! * classCount;
        const step = rate * values[i]!;
        for (let k = 0; k < activeCount; k++) {
          const c = active[k]!;
          weights[row + c] = weights[row + c]! - step * gradient[c]!;
        }
      }
      for (let k = 0; k < activeCount; k++) bias[active[k]!] = bias[active[k]!]! - rate * BIAS_RATE * gradient[active[k]!]!;
    },
  };
}

function softmaxInPlace(scores: Float32Array): void {
  let highest = -Infinity;
  for (let c = 0; c < scores.length; c++) if (scores[c]! > highest) highest = scores[c]!;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c]! - highest);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = scores[c]! / sum;
}
