/** A vector of which only the values that are not zero are kept. Indices are unique, in no order. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** The vector scaled to length 1; a vector of zeros stays as it is. */
export function normaliseLength({ indices, values }: SparseVector): SparseVector {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return { indices, values: values.map((value) => value * scale) };
}
