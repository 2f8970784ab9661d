import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { Embedder } from '../../ports.ts';
import { createEmbeddingsClient, type EmbeddingsRequest, type EmbeddingsServer } from './embeddings-client.ts';
import { nameServer } from './embeddings-failure.ts';
import { parseEmbeddings } from './parse-embeddings.ts';

/** Milliseconds. */
export interface EmbedderLimits {
  /** For the first request, in which a server may still load its model. */
  readonly probeMs: number;
  /** For a question, which is asked once: a contact waits, and the answer is found without it as well. */
  readonly queryMs: number;
  /** For each request of passages, which nobody waits for. */
  readonly passagesMs: number;
  /** Before the second attempt, where the server names no time. */
  readonly retryMs: number;
}

export const DEFAULT_LIMITS: EmbedderLimits = { probeMs: 15_000, queryMs: 1_500, passagesMs: 60_000, retryMs: 500 };

/** Texts a request; the least that common servers allow (Text Embeddings Inference). */
const BATCH = 32;
/** UTF-16 units of a text that are sent: about what models read, 512 tokens, and more only costs time. */
const MAX_LENGTH = 2_000;
/** Raised whenever the same answer of the server would give another vector. */
const VERSION = 1;

/**
 * An embedder over an OpenAI-compatible server, asked once here for its dimension.
 * It rejects, here and in `embed`, with AppError `unavailable` where the server is down, slow or
 * answers nonsense, and `invalid-input` where it refuses the texts.
 */
export async function createOpenAiEmbedder(server: EmbeddingsServer, limits: EmbedderLimits = DEFAULT_LIMITS): Promise<Embedder> {
  const client = createEmbeddingsClient(server);
  const embedBatch = async (texts: readonly string[], request: EmbeddingsRequest, dimension?: number): Promise<Float32Array[]> => {
    const vectors = parseEmbeddings(await client.request(texts, request), texts.length, dimension);
    if (typeof vectors === 'string') throw new AppError('unavailable', nameServer(server, vectors));
    return vectors;
  };
  const [probe] = await embedBatch([`${server.passagePrefix ?? ''}deposit`], { limitMs: limits.probeMs, retryMs: limits.retryMs });
  const dimension = probe!.length;
  return {
    id: identify(server, dimension),
    dimension,
    async embed(texts, kind) {
      const request = kind === 'query' ? { limitMs: limits.queryMs } : { limitMs: limits.passagesMs, retryMs: limits.retryMs };
      const prefix = (kind === 'query' ? server.queryPrefix : server.passagePrefix) ?? '';
      // Servers refuse empty texts.
      const worded = texts.filter(isWorded).map((text) => prefix + cut(text));
      const vectors: Float32Array[] = [];
      for (let start = 0; start < worded.length; start += BATCH) {
        vectors.push(...await embedBatch(worded.slice(start, start + BATCH), request, dimension));
      }
      return texts.map((text) => (isWorded(text) ? vectors.shift()! : firstAxis(dimension)));
    },
  };
}

function isWorded(text: string): boolean {
  return text.trim() !== '';
}

/** Where texts without any content point, as with the built-in embedder. */
function firstAxis(dimension: number): Float32Array {
  const vector = new Float32Array(dimension);
  vector[0] = 1;
  return vector;
}

/** Not by address: a server that has moved gives the same vectors. */
function identify({ model, queryPrefix = '', passagePrefix = '' }: EmbeddingsServer, dimension: number): string {
  const prefixes = createHash('sha256').update(JSON.stringify([queryPrefix, passagePrefix])).digest('base64url').slice(0, 8);
  return `openai-v${VERSION}-${model}-${dimension}-${prefixes}`;
}

/** Half a character at the cut would be refused by servers that decode strictly. */
function cut(text: string): string {
  return text.slice(0, MAX_LENGTH).toWellFormed();
}
