import { createHashingEmbedder } from './adapters/embedders/hashing-embedder.ts';
import { createVectorIndexes } from './adapters/vector-index/hnswlib.ts';
import { loadKnowledgeBase } from './knowledge/load-knowledge-base.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { createSearch } from './knowledge/search/create-search.ts';
import type { Logger } from './ports.ts';

/** Reads the articles and builds what finds them, with the embedder and the vector index that this machine has. */
export async function openKnowledge({ folder, cacheFolder, logger }: {
  folder: string;
  /** Where trained models and indexes are kept between starts; losing it costs only time. */
  cacheFolder: string;
  logger: Logger;
}): Promise<Knowledge> {
  const base = await loadKnowledgeBase(folder);
  const vectorIndexes = await createVectorIndexes({ folder: cacheFolder, logger });
  const search = await createSearch({
    knowledgeBase: base, embedder: createHashingEmbedder(), vectorIndexes, cacheFolder, logger,
  });
  return { base, search };
}
