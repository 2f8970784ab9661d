import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingsServer } from './adapters/embedders/embeddings-client.ts';
import { openEmbedder } from './adapters/embedders/open-embedder.ts';
import { systemClock } from './adapters/system/clock.ts';
import { createVectorIndexes } from './adapters/vector-index/hnswlib.ts';
import type { KnowledgeSource } from './knowledge/editing/live-knowledge.ts';
import { parseKnowledgeFiles } from './knowledge/files/parse-knowledge-files.ts';
import { readKnowledgeTexts } from './knowledge/files/read-knowledge-files.ts';
import { assembleKnowledgeBase } from './knowledge/load-knowledge-base.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { createSearch } from './knowledge/search/create-search.ts';
import { AppError } from './domain/errors.ts';
import type { Logger } from './ports.ts';

export interface KnowledgeOptions {
  readonly folder: string;
  /** Where trained models and indexes are kept between starts; losing it costs only time. */
  readonly cacheFolder: string;
  /** Embeds in the place of the built-in embedder, which steps in wherever this server cannot be used. */
  readonly embeddings?: EmbeddingsServer | undefined;
  readonly logger: Logger;
}

/** Reads the articles of the folder and prepares what finds them, with the embedder and the vector index that this machine has. */
export async function openKnowledgeSource({ folder, cacheFolder, embeddings, logger }: KnowledgeOptions): Promise<KnowledgeSource> {
  await assertFolder(folder);
  const { texts, problems } = await readKnowledgeTexts(folder);
  if (problems.length > 0) throw new KnowledgeError(problems);
  const base = assembleKnowledgeBase(parseKnowledgeFiles(folder, texts));
  const vectorIndexes = await createVectorIndexes({ folder: cacheFolder, logger });
  const embedders = await openEmbedder(embeddings, { clock: systemClock, logger });
  return {
    base, texts,
    learn: (knowledgeBase, previous) => createSearch({ knowledgeBase, ...embedders, vectorIndexes, cacheFolder, logger, ...(previous && { previous }) }),
  };
}

/** The articles of the folder with what finds them. */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const { base, learn } = await openKnowledgeSource(options);
  return { base, search: await learn(base, undefined) };
}

async function assertFolder(folder: string): Promise<void> {
  const found = await stat(join(folder, 'articles')).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new AppError('invalid-input', `KNOWLEDGE_DIR=${folder}: expected a folder with articles/ in it; for example KNOWLEDGE_DIR=./knowledge-base`, { field: 'KNOWLEDGE_DIR' });
  }
}
