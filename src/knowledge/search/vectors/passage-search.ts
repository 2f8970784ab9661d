import type { Locale } from '../../../domain/locales.ts';
import type { Embedder, VectorIndex, VectorIndexes } from '../../../ports.ts';
import { embedPassages, type VectorCache } from './passage-vectors.ts';
import type { Passage } from './passages.ts';

/** How near each class is to a text, over the passages of every language: the cosine with its nearest passage. */
export interface PassageSearch {
  /** By label. Classes that are not among the nearest are left out. */
  search(text: string, locale: Locale): Promise<Map<string, number>>;
}

/** Neighbours asked for; a class may have one in each of many languages. */
const NEIGHBOURS = 64;

export async function openPassageSearch(passages: readonly Passage[], indexes: VectorIndexes, cache: VectorCache): Promise<PassageSearch> {
  const raw = await embedPassages(passages, cache);
  const centres = findCentres(passages, raw, cache.embedder);
  const vectors = raw.map((vector, i) => centre(vector, centres.get(passages[i]!.locale)));
  const index = await indexes.open('passages', vectors, cache.embedder.id);
  const labels = passages.map(({ label }) => label);
  return {
    async search(text, locale) {
      const [vector] = await cache.embedder.embed([text], 'query');
      return vector ? nearestByLabel(index, labels, centre(vector, centres.get(locale))) : new Map<string, number>();
    },
  };
}

function nearestByLabel(index: VectorIndex, labels: readonly string[], vector: Float32Array): Map<string, number> {
  const best = new Map<string, number>();
  for (const { position, similarity } of index.search(vector, NEIGHBOURS)) {
    const label = labels[position]!;
    // Nearest first, so the first of a class is its best.
    if (!best.has(label)) best.set(label, similarity);
  }
  return best;
}

/** Mean vector of each language. */
function findCentres(passages: readonly Passage[], vectors: readonly Float32Array[], { dimension }: Embedder): Map<Locale, Float32Array> {
  const counts = new Map<Locale, number>();
  for (const { locale } of passages) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  const centres = new Map<Locale, Float32Array>();
  passages.forEach(({ locale }, i) => {
    const mean = centres.get(locale) ?? new Float32Array(dimension);
    vectors[i]!.forEach((value, d) => { mean[d]! += value / counts.get(locale)!; });
    centres.set(locale, mean);
  });
  return centres;
}

/**
 * Takes out what all texts of a language have in common, so that what remains is the subject and
 * languages lie over each other (Mu, Viswanath 2018: "All-but-the-Top"). A unit vector again.
 */
function centre(vector: Float32Array, mean: Float32Array | undefined): Float32Array {
  const moved = vector.map((value, i) => value - (mean?.[i] ?? 0));
  const length = Math.hypot(...moved);
  return length === 0 ? vector : moved.map((value) => value / length);
}
