/** Stable codes that cross the wire, with what HTTP answers. Front-ends have their own sentences for them. */
export const ERROR_CODES = {
  'invalid-input': 400,
  'not-json': 400,
  'unauthenticated': 401,
  'wrong-credentials': 401,
  'wrong-code': 401,
  'forbidden': 403,
  'proof-needed': 403,
  'not-found': 404,
  'conflict': 409,
  'already-claimed': 409,
  'not-owner': 409,
  'already-handed-off': 409,
  'already-resolved': 409,
  'already-set-up': 409,
  'too-large': 413,
  'too-many-requests': 429,
  'internal': 500,
  'unavailable': 503,
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** An error whose message is safe to show to whoever caused it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Path of the field that is wrong, as `messages.0.text`; absent where no field is. */
  readonly field: string | undefined;
  /** Seconds after which the same may succeed; absent where nobody knows. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, options: { field?: string; retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.field = options.field;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return ERROR_CODES[this.code];
  }
}
