import type { Locale } from '../../../domain/locales.ts';
import type { Embedder, VectorIndex, VectorIndexes } from '../../../ports.ts';
import { embedPassages, type VectorCache } from './passage-vectors.ts';
import type { Passage } from './passages.ts';

/** How near each class is to a text, over the passages of every language: the cosine with its nearest passage. */
export interface PassageSearch {
  /** By label. Classes that are not among the nearest are left out; all are, with a warning, while the embedder fails. Never rejects. */
  search(text: string, locale: Locale): Promise<Map<string, number>>;
}

/** Neighbours asked for; a class may have one in each of many languages. */
const NEIGHBOURS = 64;

/**
 * @param fallback embeds the passages, and questions from then on, where the embedder of the cache
 * fails. Not those alone that it fails on: vectors of two embedders cannot be compared, and classes
 * without any would lose against the others. Rejects where the last embedder does.
 */
export async function openPassageSearch(passages: readonly Passage[], indexes: VectorIndexes, cache: VectorCache, fallback?: Embedder): Promise<PassageSearch> {
  try {
    return await openWith(passages, indexes, cache);
  } catch (error) {
    if (!fallback) throw error;
    cache.logger.warn('the questions of the knowledge base cannot be embedded, another embedder takes its place', {
      embedder: cache.embedder.id, instead: fallback.id, reason: String(error),
    });
    return openWith(passages, indexes, { ...cache, embedder: fallback });
  }
}

async function openWith(passages: readonly Passage[], indexes: VectorIndexes, cache: VectorCache): Promise<PassageSearch> {
  const { embedder, logger } = cache;
  const raw = await embedPassages(passages, cache);
  const centres = findCentres(passages, raw, embedder);
  const vectors = raw.map((vector, i) => centre(vector, centres.get(passages[i]!.locale)));
  const index = await indexes.open(cache.keep === false ? 'passages-draft' : 'passages', vectors, embedder.id);
  const labels = passages.map(({ label }) => label);
  let failing = false;
  return {
    async search(text, locale) {
      try {
        const [vector] = await embedder.embed([text], 'query');
        const found = nearestByLabel(index, labels, centre(vector!, centres.get(locale)));
        if (failing) logger.info('questions are embedded again');
        failing = false;
        return found;
      } catch (error) {
        // Once, not with every question until it is over.
        if (!failing) logger.warn('a question could not be embedded, ranking goes on without vectors', { reason: String(error) });
        failing = true;
        return new Map<string, number>();
      }
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
