import type { Clock, Logger } from '../../../ports.ts';
import type { AskModel } from '../ask-model.ts';
import { ModelFailure } from '../model-failure.ts';

export interface CircuitOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Failures in a row after which nothing is sent any more. */
  readonly failures?: number;
  /** Milliseconds until one call is sent again, to see. */
  readonly pauseMs?: number;
}

export interface Circuit {
  readonly state: 'closed' | 'open';
  /** A call would be rejected now, at once. */
  readonly rejects: boolean;
  guard(ask: AskModel): AskModel;
}

/**
 * Spares contacts the wait for a server that does not answer (Nygard, "Release It!": circuit breaker).
 * Opens after some failures in a row, then lets one call through at a time, to see, after each pause.
 */
export function createCircuit({ clock, logger, failures = 3, pauseMs = 30_000 }: CircuitOptions): Circuit {
  let failed = 0;
  let openUntil = 0;
  const isOpen = (): boolean => failed >= failures;
  const rejects = (): boolean => isOpen() && clock.now() < openUntil;

  function settle(outcome: 'down' | 'up' | 'nothing', isProbe: boolean): void {
    const wasOpen = isOpen();
    if (outcome === 'up') failed = 0;
    else if (outcome === 'nothing' && isProbe) openUntil = clock.now(); // it saw nothing: the next may
    // What was sent before the circuit opened and fails late tells nothing new.
    else if (outcome === 'down' && (isProbe || !wasOpen)) {
      failed++;
      openUntil = clock.now() + pauseMs;
    }
    if (!wasOpen && isOpen()) logger.warn('the language model is left alone for a while', { failures: failed, pauseMs });
    if (wasOpen && !isOpen()) logger.info('the language model answers again');
  }

  return {
    get state() { return isOpen() ? 'open' : 'closed'; },
    get rejects() { return rejects(); },
    guard: (ask) => async function* (call) {
      if (rejects()) throw new ModelFailure('circuit-open', `the language model failed ${failed} times in a row and is left alone for a while`);
      const isProbe = isOpen();
      if (isProbe) openUntil = clock.now() + pauseMs; // this call sees; others go on without
      let outcome: 'down' | 'up' | 'nothing' = 'nothing'; // also of a call whose reader left before the first chunk
      try {
        for await (const chunk of ask(call)) {
          outcome = 'up';
          yield chunk;
        }
        outcome = 'up';
      } catch (error) {
        outcome = error instanceof ModelFailure ? error.kind.server : 'nothing';
        throw error;
      } finally {
        settle(outcome, isProbe);
      }
    },
  };
}
