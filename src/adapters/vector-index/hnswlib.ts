import type { Logger, VectorIndex, VectorIndexes } from '../../ports.ts';
import { createExactScan } from './exact-scan.ts';
import { identify, readGraph, writeGraph } from './graph-cache.ts';
import { asVectorIndex, buildGraph, loadHnswlib, type Hnswlib } from './graph-index.ts';
import { validateVectors } from './validate-vectors.ts';

export interface HnswlibOptions {
  /** Folder for the graphs; created where it is missing. */
  readonly folder: string;
  readonly logger: Logger;
  /** Loads the add-on. */
  readonly load?: typeof loadHnswlib;
}

/** Approximate search over a navigable small-world graph; an exact scan, with a warning, where the add-on cannot be loaded. */
export async function createVectorIndexes({ folder, logger, load = loadHnswlib }: HnswlibOptions): Promise<VectorIndexes> {
  const loaded = await load();
  if ('hnswlib' in loaded) return createHnswlibIndexes(loaded.hnswlib, { folder, logger });
  logger.warn('hnswlib-node cannot be loaded, vectors are compared one by one', { problem: loaded.problem });
  return createExactScan();
}

function createHnswlibIndexes(hnswlib: Hnswlib, { folder, logger }: Pick<HnswlibOptions, 'folder' | 'logger'>): VectorIndexes {
  return {
    async open(name, vectors, embedderId): Promise<VectorIndex> {
      const dimension = vectors[0]?.length ?? 0;
      validateVectors(vectors, dimension);
      if (vectors.length === 0) return { size: 0, search: () => [] };
      const identity = identify(vectors, dimension, embedderId);
      const kept = await readGraph(hnswlib, folder, name, identity);
      if (kept) return asVectorIndex(kept, dimension);
      const graph = await buildGraph(hnswlib, vectors, dimension);
      // Without the file the next start only takes longer.
      await writeGraph(graph, folder, name, identity).catch((error: unknown) => logger.warn('a vector index could not be kept', { name, error: String(error) }));
      return asVectorIndex(graph, dimension);
    },
  };
}
