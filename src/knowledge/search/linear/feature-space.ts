import type { FeatureCounts } from '../text/extract-features.ts';
import { normaliseLength, type SparseVector } from './sparse-vector.ts';

/**
 * The features that training texts have, numbered from 0, with their weights. Kept as an
 * open-addressing table over typed arrays, so that it is read from disk without being rebuilt.
 */
export interface FeatureSpace {
  readonly size: number;
  /** Hash of the feature in each slot; meaningful where `slots` is not −1. Length is a power of two. */
  readonly keys: Uint32Array;
  readonly slots: Int32Array;
  /** Inverse document frequency by feature number. */
  readonly idf: Float32Array;
}

/** @param minimum texts that must have a feature for it to count. */
export function fitFeatureSpace(texts: readonly FeatureCounts[], minimum: number): FeatureSpace {
  const frequencies = new Map<number, number>();
  for (const counts of texts) for (const feature of counts.keys()) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1);
  const kept = [...frequencies].filter(([, frequency]) => frequency >= minimum);
  const idf = Float32Array.from(kept, ([, frequency]) => Math.log((1 + texts.length) / (1 + frequency)) + 1);
  return { size: kept.length, idf, ...buildTable(kept.map(([feature]) => feature)) };
}

function buildTable(features: readonly number[]): Pick<FeatureSpace, 'keys' | 'slots'> {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(2, features.length * 1.6)));
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
    if (keys[at] === feature) return slots[at] ?? -1;
    at = (at + 1) & mask;
  }
  return -1;
}

/** TF-IDF with logarithmic counts, of length 1. Features outside the space are left out. */
export function vectorise(space: FeatureSpace, counts: FeatureCounts): SparseVector {
  const indices = new Int32Array(counts.size);
  const values = new Float32Array(counts.size);
  let length = 0;
  for (const [feature, count] of counts) {
    const number = findFeature(space, feature);
    if (number < 0) continue;
    indices[length] = number;
    values[length] = (1 + Math.log(count)) * (space.idf[number] ?? 0);
    length += 1;
  }
  return normaliseLength({ indices: indices.subarray(0, length), values: values.subarray(0, length) });
}
