/** A vector of which only the values that are not zero are kept. Indices are unique, in no order. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}
