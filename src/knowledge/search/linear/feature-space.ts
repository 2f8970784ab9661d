import type { FeatureCounts } from '../text/feature-counts.ts';
import type { SparseVector } from './sparse-vector.ts';

/**
 * The features that training texts have, numbered from 0, with their weights. Kept as an
 * open-addressing table over typed arrays, so that it is read from disk without being rebuilt.
 */
export interface FeatureSpace {
  /** Hash of the feature in each slot; meaningful where `slots` is not −1. Length is a power of two. */
  readonly keys: Uint32Array;
  readonly slots: Int32Array;
  /** Inverse document frequency by feature number: as many as there are features. */
  readonly idf: Float32Array;
}

/** Share of the table that is filled at most. */
const LOAD = 0.6;

/** @param minimum texts that must have a feature for it to count. */
export function fitFeatureSpace(texts: readonly (readonly FeatureCounts[])[], minimum: number): FeatureSpace {
  const frequencies = new Map<number, number>();
  for (const views of texts) {
    for (const counts of views) for (const feature of counts.keys()) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1);
  }
  const kept = [...frequencies].filter(([, frequency]) => frequency >= minimum);
  const idf = Float32Array.from(kept, ([, frequency]) => Math.log((1 + texts.length) / (1 + frequency)) + 1);
  return { idf, ...buildTable(kept.map(([feature]) => feature)) };
}

function buildTable(features: readonly number[]): Pick<FeatureSpace, 'keys' | 'slots'> {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(2, features.length / LOAD)));
  const keys = new Uint32Array(capacity);
  const slots = new Int32Array(capacity).fill(-1);
  features.forEach((feature, number) => {
    let at = feature & (capacity - 1);
    while (slots[at] !== -1) at = (at + 1) & (capacity - 1);
    keys[at] = feature;
    slots[at] = number;
  });
  return { keys, slots };
}

/** Number of a feature, or −1 where training never saw it. */
export function findFeature({ keys, slots }: FeatureSpace, feature: number): number {
  const mask = keys.length - 1;
  let at = feature & mask;
  while (slots[at] !== -1) {
    if (keys[at] === feature) return slots[at]!;
    at = (at + 1) & mask;
  }
  return -1;
}

/**
 * TF-IDF with logarithmic counts. Each view is scaled to the same length before they are joined, so
 * that a view with many features does not drown the others; the whole has length 1. Features outside
 * the space are left out.
 */
export function vectorise(space: FeatureSpace, views: readonly FeatureCounts[]): SparseVector {
  const capacity = views.reduce((sum, counts) => sum + counts.size, 0);
  const indices = new Int32Array(capacity);
  const values = new Float32Array(capacity);
  let length = 0;
  let viewsFound = 0;
  for (const counts of views) {
    const start = length;
    for (const [feature, count] of counts) {
      const number = findFeature(space, feature);
      if (number < 0) continue;
      indices[length] = number;
      values[length] = (1 + Math.log(count)) * space.idf[number]!;
      length += 1;
    }
    if (length > start) viewsFound += 1;
    scaleToUnit(values.subarray(start, length));
  }
  const vector = { indices: indices.subarray(0, length), values: values.subarray(0, length) };
  for (let i = 0; i < length; i++) vector.values[i] = vector.values[i]! / Math.sqrt(viewsFound);
  return vector;
}

function scaleToUnit(values: Float32Array): void {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < values.length; i++) values[i] = values[i]! * scale;
}
