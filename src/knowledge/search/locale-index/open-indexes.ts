import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../../../ports.ts';
import { keepFile } from '../keep-file.ts';
import type { BuildIndexes } from './index-builder.ts';
import { decodeLocaleIndex } from './index-file.ts';
import type { LocaleIndex } from './locale-index.ts';
import { trainingKey, type TrainingSet } from './training-set.ts';

/** An index with the key of what it was built from. */
export interface KeyedIndex {
  readonly key: string;
  readonly index: LocaleIndex;
}

/** By name. */
export type KeyedIndexes = ReadonlyMap<string, KeyedIndex>;

export interface IndexCache {
  /** Folder for one file an index; created where it is missing. */
  readonly folder: string;
  readonly build: BuildIndexes;
  readonly logger: Logger;
  /** Indexes that are in memory already. */
  readonly known?: KeyedIndexes | undefined;
  /** False where what is built is not to take the place of what the folder has. */
  readonly keep?: boolean;
}

/** The index of each set: from memory or its file where that was built from the same texts, else built and kept. */
export async function openIndexes(sets: readonly TrainingSet[], { folder, build, logger, known, keep = true }: IndexCache): Promise<KeyedIndexes> {
  const wanted = sets.map((set) => ({ set, key: trainingKey(set), file: join(folder, `${set.name}.bin`) }));
  const found = await Promise.all(wanted.map(async ({ set, key, file }) => {
    const held = known?.get(set.name);
    return held?.key === key ? held.index : readIndex(file, key);
  }));
  const stale = wanted.filter((_one, i) => !found[i]);
  if (stale.length > 0) logger.info('learning the questions of the knowledge base', { indexes: stale.map(({ set }) => set.name) });
  const built = await build(stale.map(({ set }) => set));
  const fresh = new Map(stale.map(({ set }, i) => [set.name, built[i]!]));
  if (keep) for (const { set, file } of stale) {
    // Without the file the next start only takes longer.
    await keepFile(file, fresh.get(set.name)!).catch((error: unknown) => logger.warn('an index could not be kept', { name: set.name, error: String(error) }));
  }
  return new Map(wanted.map(({ set, key }, i) => [set.name, { key, index: found[i] ?? decodeFresh(set.name, fresh, key) }]));
}

function decodeFresh(name: string, fresh: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, key: string): LocaleIndex {
  const bytes = fresh.get(name);
  const index = bytes && decodeLocaleIndex(bytes, key);
  if (!index) throw new Error(`the index ${name} was not built from its texts`);
  return index;
}

async function readIndex(file: string, key: string): Promise<LocaleIndex | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  // Small files come from a shared pool, at an offset that typed arrays cannot start at.
  return bytes && decodeLocaleIndex(bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes), key);
}
