import { AppError } from '../../domain/errors.ts';
import type { Clock, Embedder } from '../../ports.ts';

export interface CircuitOptions {
  readonly clock: Clock;
  /** Failures in a row after which questions are not sent any more. */
  readonly failures?: number;
  /** Milliseconds until one question is sent again, to see. */
  readonly pauseMs?: number;
}

/**
 * Spares contacts the wait for a server that does not answer (Nygard, "Release It!": circuit breaker).
 * While the circuit is open a question rejects at once with AppError `unavailable`. Passages go through.
 */
export function withCircuitBreaker(embedder: Embedder, { clock, failures = 3, pauseMs = 30_000 }: CircuitOptions): Embedder {
  let failed = 0;
  let openUntil = 0;
  return {
    ...embedder,
    async embed(texts, kind) {
      if (kind === 'passage') return embedder.embed(texts, kind);
      if (failed >= failures) {
        if (clock.now() < openUntil) throw new AppError('unavailable', `the embedder failed ${failed} times and is left alone for a while`);
        openUntil = clock.now() + pauseMs; // this question sees; others go on without
      }
      try {
        const vectors = await embedder.embed(texts, kind);
        failed = 0;
        return vectors;
      } catch (error) {
        // Who refuses a text is not down: no contact can switch the embedder off for the others.
        failed = error instanceof AppError && error.code === 'invalid-input' ? 0 : failed + 1;
        openUntil = clock.now() + pauseMs;
        throw error;
      }
    },
  };
}
