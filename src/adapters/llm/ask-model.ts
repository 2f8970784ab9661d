import type { z } from 'zod';
import type { ModelRequest } from '../../ports.ts';

/** A request on its way through the limits to a provider. */
export interface ModelCall extends ModelRequest {
  /** Ends the call; its reason is the failure to report where that is a ModelFailure. */
  readonly signal: AbortSignal;
  /** Time by the clock at which the call ends at the latest. */
  readonly deadline: number;
  /** What the answer must be; absent where it is text. */
  readonly schema?: z.ZodType | undefined;
}

export interface TokenUsage {
  /** Tokens sent. */
  readonly input: number;
  /** Tokens received, with those that nobody sees. */
  readonly output: number;
}

export interface ModelChunk {
  /** Empty where the chunk tells something else, or only that the model is at work. */
  readonly text: string;
  /** What the request cost, where the server counts it. */
  readonly usage?: TokenUsage;
  /** The answer is complete; only figures may follow. */
  readonly last?: true;
}

/**
 * Asks a model once. A provider and each of the limits around it is one of these. Rejects with
 * ModelFailure, also after chunks; asks nothing before the first chunk is wanted; stops asking when
 * the signal aborts or nobody reads on.
 */
export type AskModel = (call: ModelCall) => AsyncIterable<ModelChunk>;
