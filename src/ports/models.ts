import type { z } from 'zod';
import type { ModelStatus } from '../domain/agent-tools.ts';

/** Turns texts into vectors of one length. */
export interface Embedder {
  /** Changes whenever the same text would give another vector. */
  readonly id: string;
  readonly dimension: number;
  /**
   * One unit vector a text, in order. `kind` matters to models that tell questions from passages, and a
   * `query` is somebody waiting. Rejects with AppError `unavailable` or `invalid-input`; embeds all or nothing.
   */
  embed(texts: readonly string[], kind: 'query' | 'passage'): Promise<Float32Array[]>;
}

/** What a language model is asked. Whoever writes it has fenced what is data and taken secrets out. */
export interface ModelRequest {
  /** Prompt and version, as `answer@3`: for figures and logs, never sent. */
  readonly prompt: string;
  readonly system: string;
  readonly user: string;
  /** Most tokens that the answer may have. */
  readonly maxTokens: number;
  /** Whose budget is charged: the id of a conversation. */
  readonly chargeTo: string;
  /** Ends the request, and with it what it costs. */
  readonly signal?: AbortSignal | undefined;
  /** Longest that it may take, in milliseconds, where a long answer is worth a longer wait than a contact's. */
  readonly timeoutMs?: number;
}

/**
 * A language model behind a wall: time-outs, one retry, circuit breaker, budgets and a cap on what
 * runs at once are its own affair. Everything rejects with AppError `unavailable` (down, slow, broken
 * off, malformed, over budget, circuit open) or `invalid-input` (refused, cut off at `maxTokens`), soon
 * and always; the caller has an answer of its own for that.
 */
export interface LanguageModel {
  /** As messages that it phrased name it. */
  readonly id: string;
  /** Pieces of the answer as they arrive; may reject midway, after pieces that were given already. */
  stream(request: ModelRequest): AsyncIterable<string>;
  /** The whole answer at once. */
  write(request: ModelRequest): Promise<string>;
  /** An answer of this shape; JSON that comes fenced or with words around it is read all the same. */
  judge<T>(request: ModelRequest, schema: z.ZodType<T>): Promise<T>;
  status(): ModelStatus;
}

/** Nearest neighbours by cosine among the vectors that it was built from; position in the list is the key. */
export interface VectorIndex {
  readonly size: number;
  /** At most `k` neighbours, nearest first; `similarity` is the cosine, −1 to 1. Throws AppError on a wrong vector. */
  search(vector: Float32Array, k: number): { readonly position: number; readonly similarity: number }[];
}

/** Builds an index or loads it from its cache, which is used only where everything it depends on is the same. */
export interface VectorIndexes {
  open(name: string, vectors: readonly Float32Array[], embedderId: string): Promise<VectorIndex>;
}
