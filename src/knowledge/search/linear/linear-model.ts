import type { SparseVector } from './sparse-vector.ts';

/**
 * Weights of a multiclass linear model: one row a feature, one column a class, so that a feature's
 * row is read in one go. Weights are 8-bit, with a scale for each row, which costs no accuracy that
 * could be measured and a quarter of the memory.
 */
export interface LinearModel {
  readonly classCount: number;
  readonly bias: Float32Array;
  readonly weights: Int8Array;
  readonly rowScale: Float32Array;
}

/** One score a class, higher is likelier; natural logarithm of the odds up to a constant. */
export function scoreClasses({ classCount, bias, weights, rowScale }: LinearModel, { indices, values }: SparseVector): Float64Array {
  const scores = Float64Array.from(bias);
  for (let i = 0; i < indices.length; i++) {
    const feature = indices[i]!;
    const value = values[i]! * rowScale[feature]!;
    const row = feature * classCount;
    for (let c = 0; c < classCount; c++) scores[c] = scores[c]! + value * weights[row + c]!;
  }
  return scores;
}

/** @param weights one row of `bias.length` weights a feature. */
export function quantise(weights: Float32Array, bias: Float32Array): LinearModel {
  const classCount = bias.length;
  const rows = weights.length / classCount;
  const quantised = new Int8Array(weights.length);
  const rowScale = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * classCount;
    let largest = 0;
    for (let i = start; i < start + classCount; i++) largest = Math.max(largest, Math.abs(weights[i]!));
    const scale = largest / 127;
    rowScale[row] = scale;
    if (scale > 0) for (let i = start; i < start + classCount; i++) quantised[i] = Math.round(weights[i]! / scale);
  }
  return { classCount, bias, weights: quantised, rowScale };
}
