import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingsServer } from './adapters/embedders/embeddings-client.ts';
import { openEmbedder } from './adapters/embedders/open-embedder.ts';
import { systemClock } from './adapters/system/clock.ts';
import { createVectorIndexes } from './adapters/vector-index/hnswlib.ts';
import { loadKnowledgeBase } from './knowledge/load-knowledge-base.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { createSearch } from './knowledge/search/create-search.ts';
import { AppError } from './domain/errors.ts';
import type { Logger } from './ports.ts';

/** Reads the articles and builds what finds them, with the embedder and the vector index that this machine has. */
export async function openKnowledge({ folder, cacheFolder, embeddings, logger }: {
  folder: string;
  /** Where trained models and indexes are kept between starts; losing it costs only time. */
  cacheFolder: string;
  /** Embeds in the place of the built-in embedder, which steps in wherever this server cannot be used. */
  embeddings?: EmbeddingsServer | undefined;
  logger: Logger;
}): Promise<Knowledge> {
  await assertFolder(folder);
  const base = await loadKnowledgeBase(folder);
  const vectorIndexes = await createVectorIndexes({ folder: cacheFolder, logger });
  const search = await createSearch({
    knowledgeBase: base, ...await openEmbedder(embeddings, { clock: systemClock, logger }), vectorIndexes, cacheFolder, logger,
  });
  return { base, search };
}

async function assertFolder(folder: string): Promise<void> {
  const found = await stat(join(folder, 'articles')).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new AppError('invalid-input', `KNOWLEDGE_DIR=${folder}: expected a folder with articles/ in it; for example KNOWLEDGE_DIR=./knowledge-base`, { field: 'KNOWLEDGE_DIR' });
  }
}
