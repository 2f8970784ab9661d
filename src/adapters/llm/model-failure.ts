import { AppError, type ErrorCode } from '../../domain/errors.ts';

interface Kind {
  readonly code: ErrorCode & ('unavailable' | 'invalid-input');
  /**
   * What it says of the server: `down` counts towards leaving it alone, `up` is an answer, if no
   * useful one, and `nothing` never reached it or was ended by us.
   */
  readonly server: 'down' | 'up' | 'nothing';
  /** A second attempt may do better, provided that nothing was handed out. */
  readonly again?: true;
  /** The server may have worked for it, so it is charged. */
  readonly costs?: true;
}

/**
 * Why a request failed. What a contact can bring about with a message of his must not be `down`:
 * nobody may switch the model off for the others.
 */
export const FAILURE_KINDS = {
  'timeout': { code: 'unavailable', server: 'down', costs: true },
  'stalled': { code: 'unavailable', server: 'down', costs: true },
  'broken-off': { code: 'unavailable', server: 'down', costs: true, again: true },
  'no-connection': { code: 'unavailable', server: 'down', again: true },
  'rate-limited': { code: 'unavailable', server: 'down', again: true },
  'failing': { code: 'unavailable', server: 'down', again: true },
  'misconfigured': { code: 'unavailable', server: 'down' },
  'malformed': { code: 'unavailable', server: 'down', costs: true },
  'empty': { code: 'unavailable', server: 'up', costs: true },
  'wrong-shape': { code: 'unavailable', server: 'up', costs: true },
  'rejected': { code: 'invalid-input', server: 'up' },
  'refused': { code: 'invalid-input', server: 'up', costs: true },
  'cut-off': { code: 'invalid-input', server: 'up', costs: true },
  'cancelled': { code: 'unavailable', server: 'nothing', costs: true },
  'busy': { code: 'unavailable', server: 'nothing' },
  'over-budget': { code: 'unavailable', server: 'nothing' },
  'circuit-open': { code: 'unavailable', server: 'nothing' },
  /** A mistake on our side. */
  'internal': { code: 'unavailable', server: 'nothing' },
} as const satisfies Record<string, Kind>;

export type FailureReason = keyof typeof FAILURE_KINDS;

/** How everything behind this wall fails. Its message is safe to log: setting and reason, nothing that anybody wrote. */
export class ModelFailure extends AppError {
  readonly reason: FailureReason;
  /** Milliseconds that the server wants to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: FailureReason, message: string, options: { retryAfterMs?: number | undefined; cause?: unknown } = {}) {
    super(FAILURE_KINDS[reason].code, message, { cause: options.cause });
    this.name = 'ModelFailure';
    this.reason = reason;
    this.retryAfterMs = options.retryAfterMs;
  }

  get kind(): Kind {
    return FAILURE_KINDS[this.reason];
  }
}

/** Why a call whose signal aborted has failed. */
export function failureOf(signal: AbortSignal): ModelFailure {
  return signal.reason instanceof ModelFailure ? signal.reason : new ModelFailure('cancelled', 'the request to the language model was cancelled');
}
