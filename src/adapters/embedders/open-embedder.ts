import type { Clock, Embedder, Logger } from '../../ports.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import type { EmbeddingsServer } from './embeddings-client.ts';
import { createHashingEmbedder } from './hashing-embedder.ts';
import type { EmbedderLimits } from './openai-embedder.ts';

export interface OpenedEmbedder {
  readonly embedder: Embedder;
  /** Takes its place where passages cannot be embedded after all; absent where it needs no server. */
  readonly fallbackEmbedder?: Embedder;
}

/** The embedder of the settings; the built-in one, with a warning that says why, where its server cannot be used. */
export async function openEmbedder(server: EmbeddingsServer | undefined, { clock, logger, limits }: {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly limits?: EmbedderLimits;
}): Promise<OpenedEmbedder> {
  const builtIn = createHashingEmbedder();
  if (!server) return { embedder: builtIn };
  try {
    // Loaded only where it is wanted: it costs 0.4 s of the start and 85 MB.
    const { createOpenAiEmbedder } = await import('./openai-embedder.ts');
    const embedder = await createOpenAiEmbedder(server, limits);
    logger.info('texts are embedded by a server', { url: server.baseUrl, model: server.model, dimension: embedder.dimension });
    return { embedder: withCircuitBreaker(embedder, { clock }), fallbackEmbedder: builtIn };
  } catch (error) {
    logger.warn('the embeddings server cannot be used, the built-in embedder takes its place', { reason: String(error) });
    return { embedder: builtIn };
  }
}
