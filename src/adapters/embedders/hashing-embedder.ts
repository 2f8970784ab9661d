import { extractFeatures } from '../../knowledge/search/text/extract-features.ts';
import type { FeatureCounts } from '../../knowledge/search/text/feature-counts.ts';
import type { Embedder } from '../../ports.ts';

/** Each feature moves this many of a vector's dimensions. */
const SPREAD = 4;
/** Raised whenever the same text would give another vector. */
const VERSION = 1;

/**
 * The embedder that needs no model: words and character n-grams, hashed into a vector by sparse
 * random projection (Achlioptas 2003; Weinberger et al. 2009). Texts that share words or parts of
 * words are near; it knows no synonyms and no translations.
 */
export function createHashingEmbedder({ dimension = 256 }: { readonly dimension?: number } = {}): Embedder {
  return {
    id: `hashing-v${VERSION}-${dimension}`,
    dimension,
    embed: (texts) => Promise.resolve(texts.map((text) => embedText(text, dimension))),
  };
}

function embedText(text: string, dimension: number): Float32Array {
  const { words, characters } = extractFeatures(text);
  const vector = new Float32Array(dimension);
  project(words, vector);
  project(characters, vector);
  return toUnit(vector);
}

/** Adds a view of the text, with as much weight as any other view. */
function project(counts: FeatureCounts, vector: Float32Array): void {
  const scale = 1 / Math.sqrt(counts.size || 1);
  for (const [feature, count] of counts) {
    const value = (1 + Math.log(count)) * scale;
    let state = feature || 1;
    for (let i = 0; i < SPREAD; i++) {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      const at = (state >>> 1) % vector.length;
      vector[at]! += (state & 1) === 0 ? value : -value;
    }
  }
}

/** Of length 1; a text without any feature points along the first dimension, as a unit vector must point somewhere. */
function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length === 0) vector[0] = 1;
  else for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  return vector;
}
