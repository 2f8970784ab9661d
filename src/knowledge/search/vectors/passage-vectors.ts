import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Embedder, Logger } from '../../../ports.ts';
import { decodeArrays, encodeArrays } from '../locale-index/array-file.ts';
import { keepFile } from '../keep-file.ts';
import type { Passage } from './passages.ts';

/** Texts that are embedded in one call; between calls other work gets its turn. */
const BATCH = 64;
/** Passages that are embedded side by side, so that a server always has something to do. */
const AT_ONCE = 4;
/** Passages after which the cache is written: with a slow server the first time takes minutes. */
const SAVE_EVERY = 256;

const metaSchema = z.object({ embedderId: z.string(), dimension: z.int(), keys: z.array(z.string()) });

export interface VectorCache {
  readonly embedder: Embedder;
  readonly folder: string;
  readonly logger: Logger;
  /** False where what is embedded is not to be written into the folder. */
  readonly keep?: boolean;
}

/**
 * One vector a passage: the mean of its texts' vectors. Passages that have not changed are not embedded
 * again, nor are those that were done before the embedder failed or the process ended.
 * Rejects where the embedder does.
 */
export async function embedPassages(passages: readonly Passage[], cache: VectorCache): Promise<Float32Array[]> {
  const kept = await readVectors(fileOf(cache), cache.embedder);
  const wanted = new Map(passages.map((passage) => [keyOf(passage), passage]));
  const vectors = new Map([...kept].filter(([key]) => wanted.has(key)));
  const missing = [...wanted].filter(([key]) => !vectors.has(key));
  for (let start = 0; start < missing.length; start += SAVE_EVERY) {
    if (start > 0) cache.logger.info('embedding the questions of the knowledge base', { done: start, of: missing.length });
    await embedInto(vectors, missing.slice(start, start + SAVE_EVERY), cache.embedder).finally(() => keepVectors(vectors, cache));
  }
  if (missing.length === 0 && kept.size !== vectors.size) await keepVectors(vectors, cache);
  return passages.map((passage) => vectors.get(keyOf(passage))!);
}

async function embedInto(vectors: Map<string, Float32Array>, missing: readonly (readonly [string, Passage])[], embedder: Embedder): Promise<void> {
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const some = missing.slice(start, start + AT_ONCE);
    const means = await Promise.all(some.map(([, { texts }]) => embedMean(texts, embedder)));
    some.forEach(([key], i) => vectors.set(key, means[i]!));
  }
}

/** A file an embedder: while another takes its place, its vectors are not lost. */
function fileOf({ folder, embedder }: VectorCache): string {
  return join(folder, `passages-${createHash('sha256').update(embedder.id).digest('base64url').slice(0, 12)}.bin`);
}

/** Without the file the next start only takes longer. */
async function keepVectors(vectors: ReadonlyMap<string, Float32Array>, cache: VectorCache): Promise<void> {
  if (cache.keep === false) return;
  await writeVectors(fileOf(cache), vectors, cache.embedder)
    .catch((error: unknown) => cache.logger.warn('vectors could not be kept', { error: String(error) }));
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

const keys = new WeakMap<Passage, string>();

function keyOf(passage: Passage): string {
  const key = keys.get(passage) ?? createHash('sha256').update(JSON.stringify(passage.texts)).digest('base64url').slice(0, 22);
  keys.set(passage, key);
  return key;
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

async function writeVectors(file: string, vectors: ReadonlyMap<string, Float32Array>, { id, dimension }: Embedder): Promise<void> {
  const joined = new Float32Array(vectors.size * dimension);
  [...vectors.values()].forEach((vector, i) => joined.set(vector, i * dimension));
  await keepFile(file, encodeArrays({ embedderId: id, dimension, keys: [...vectors.keys()] }, { vectors: joined }));
}
