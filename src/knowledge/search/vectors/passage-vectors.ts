import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Embedder, Logger } from '../../../ports.ts';
import { decodeArrays, encodeArrays } from '../locale-index/array-file.ts';
import { keepFile } from '../keep-file.ts';
import type { Passage } from './passages.ts';

/** Texts that are embedded in one call; between calls other work gets its turn. */
const BATCH = 64;

const metaSchema = z.object({ embedderId: z.string(), dimension: z.int(), keys: z.array(z.string()) });

export interface VectorCache {
  readonly embedder: Embedder;
  readonly folder: string;
  readonly logger: Logger;
}

/** One vector a passage: the mean of its texts' vectors. Passages that have not changed are not embedded again. */
export async function embedPassages(passages: readonly Passage[], { embedder, folder, logger }: VectorCache): Promise<Float32Array[]> {
  const file = join(folder, 'passages.bin');
  const kept = await readVectors(file, embedder);
  const keys = passages.map(keyOf);
  const vectors: Float32Array[] = [];
  for (const [i, passage] of passages.entries()) vectors.push(kept.get(keys[i]!) ?? await embedMean(passage.texts, embedder));
  if (keys.some((key) => !kept.has(key)) || kept.size !== new Set(keys).size) {
    await writeVectors(file, keys, vectors, embedder).catch((error: unknown) => logger.warn('vectors could not be kept', { error: String(error) }));
  }
  return vectors;
}

async function embedMean(texts: readonly string[], embedder: Embedder): Promise<Float32Array> {
  const mean = new Float32Array(embedder.dimension);
  for (let start = 0; start < texts.length; start += BATCH) {
    for (const vector of await embedder.embed(texts.slice(start, start + BATCH), 'passage')) {
      vector.forEach((value, i) => { mean[i]! += value / texts.length; });
    }
    await new Promise(setImmediate);
  }
  return mean;
}

function keyOf({ texts }: Passage): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 22);
}

async function readVectors(file: string, { id, dimension }: Embedder): Promise<Map<string, Float32Array>> {
  try {
    const { meta, arrays } = decodeArrays(new Uint8Array(await readFile(file)));
    const { embedderId, keys, dimension: kept } = metaSchema.parse(meta);
    const { vectors } = arrays;
    if (embedderId !== id || kept !== dimension || !(vectors instanceof Float32Array)) return new Map();
    return new Map(keys.map((key, i) => [key, vectors.slice(i * dimension, (i + 1) * dimension)]));
  } catch {
    // No file yet, or a damaged one: everything is embedded again.
    return new Map();
  }
}

async function writeVectors(file: string, keys: readonly string[], vectors: readonly Float32Array[], { id, dimension }: Embedder): Promise<void> {
  const joined = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, i) => joined.set(vector, i * dimension));
  await keepFile(file, encodeArrays({ embedderId: id, dimension, keys }, { vectors: joined }));
}
