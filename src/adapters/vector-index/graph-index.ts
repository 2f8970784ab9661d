import type hnswlibNode from 'hnswlib-node';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { VectorIndex } from '../../ports.ts';
import { validateVectors } from './validate-vectors.ts';

/** The add-on, as its default export gives it. Its named exports type-check and fail when they are called. */
export type Hnswlib = typeof hnswlibNode;

/** Undefined where the add-on was not built for this machine. */
export async function loadHnswlib(): Promise<{ hnswlib: Hnswlib } | { problem: string }> {
  try {
    return { hnswlib: (await import('hnswlib-node')).default };
  } catch (error) {
    return { problem: error instanceof Error ? error.message.split('\n')[0] ?? error.name : String(error) };
  }
}

/** Links a vector has; twice the usual 16 costs memory and gains nothing at these sizes. */
const LINKS = 16;
const EF_CONSTRUCTION = 100;
/** Candidates kept while searching: recall@5 is 1.000 from 32 on for 10,000 vectors. Never kept in the file. */
const EF_SEARCH = 64;
const SEED = 1;
/** Vectors that are added before other work gets its turn; about 10 ms. */
const CHUNK = 25;

/** Builds a graph over valid vectors without blocking the process for long. */
export async function buildGraph(hnswlib: Hnswlib, vectors: readonly Float32Array[], dimension: number): Promise<HierarchicalNSW> {
  const graph = new hnswlib.HierarchicalNSW('cosine', dimension);
  graph.initIndex(vectors.length, LINKS, EF_CONSTRUCTION, SEED);
  for (const [position, vector] of vectors.entries()) {
    graph.addPoint([...vector], position);
    if (position % CHUNK === CHUNK - 1) await new Promise(setImmediate);
  }
  return graph;
}

/** A finished graph, which is never changed again: a new list of vectors makes a new graph. */
export function asVectorIndex(graph: HierarchicalNSW, dimension: number): VectorIndex {
  const size = graph.getCurrentCount();
  return {
    size,
    search(vector, k) {
      const count = Math.min(k, size);
      if (count < 1) return [];
      validateVectors([vector], dimension);
      graph.setEf(Math.max(EF_SEARCH, count));
      const { neighbors, distances } = graph.searchKnn([...vector], count);
      return neighbors.map((position, i) => ({ position, similarity: 1 - distances[i]! }));
    },
  };
}
