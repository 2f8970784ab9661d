import type { FeatureCounts } from './feature-counts.ts';
import { finishHash, hashText, joinHashes } from './hash-text.ts';

const CONCEPT_SEED = 0x6b8b4567;
const PAIR_SEED = 0x327b23c6;

/** Concepts and every pair of them, whatever the words and the order: "withdraw" with "stuck" is a question. */
export function countConcepts(concepts: ReadonlySet<string>): FeatureCounts {
  const counts = new Map<number, number>();
  const hashes = Array.from(concepts, (concept) => hashText(concept, CONCEPT_SEED)).sort((a, b) => a - b);
  hashes.forEach((hash, i) => {
    counts.set(finishHash(hash), 1);
    for (const other of hashes.slice(i + 1)) counts.set(finishHash(joinHashes(hash, other, PAIR_SEED)), 1);
  });
  return counts;
}
