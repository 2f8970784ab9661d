import { vectorise, type FeatureSpace } from '../linear/feature-space.ts';
import type { SparseVector } from '../linear/sparse-vector.ts';
import type { FeatureCounts } from '../text/feature-counts.ts';

/**
 * The questions of a knowledge base by the words in them: an inverted index over TF-IDF vectors.
 * Cosine is bounded, unlike BM25, and ranks questions better here. Plain arrays, so that it can be kept in a file.
 */
export interface LexicalIndex {
  /** Class of each question. */
  readonly classes: Int32Array;
  /** Where each feature's list begins; one more than there are features. */
  readonly starts: Uint32Array;
  /** Questions that have the feature, and how much of it. */
  readonly questions: Int32Array;
  readonly values: Float32Array;
}

export function buildLexicalIndex(space: FeatureSpace, words: readonly FeatureCounts[], classes: Int32Array): LexicalIndex {
  const vectors = words.map((counts) => vectorise(space, [counts]));
  const starts = new Uint32Array(space.idf.length + 1);
  for (const { indices } of vectors) for (const feature of indices) starts[feature + 1]! += 1;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const cursors = starts.slice();
  const questions = new Int32Array(starts.at(-1) ?? 0);
  const values = new Float32Array(questions.length);
  vectors.forEach(({ indices, values: own }, question) => {
    indices.forEach((feature, i) => {
      const at = cursors[feature]!;
      cursors[feature] = at + 1;
      questions[at] = question;
      values[at] = own[i]!;
    });
  });
  return { classes, starts, questions, values };
}

/**
 * How much the questions of each class resemble a text: the sum of their squared cosines with it. A
 * density rather than the best match, so that one accident counts little.
 * @param vector words of the text in the space that the index was built in (see `vectorise`).
 */
export function resemble({ classes, starts, questions, values }: LexicalIndex, vector: SparseVector, classCount: number): Float64Array {
  const cosines = new Float64Array(classes.length);
  vector.indices.forEach((feature, i) => {
    const value = vector.values[i]!;
    const end = starts[feature + 1]!;
    for (let at = starts[feature]!; at < end; at++) cosines[questions[at]!]! += value * values[at]!;
  });
  const resemblance = new Float64Array(classCount);
  classes.forEach((label, question) => { resemblance[label]! += cosines[question]! ** 2; });
  return resemblance;
}
