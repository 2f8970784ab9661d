import type { ErrorRequestHandler } from 'express';
import { AppError } from '../../domain/errors.ts';
import type { Logger } from '../../ports.ts';

/** What every error looks like on the wire, over HTTP and in a frame. */
export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  /** Seconds after which the same may succeed. */
  readonly retryAfter?: number;
}

/** The one place that decides what of an error leaves the house: nothing of what was not expected. */
export function toWireError(error: unknown): { status: number; body: WireError; unexpected: boolean } {
  if (error instanceof AppError) {
    const { code, message, field, retryAfter, status } = error;
    return { status, body: { code, message, ...(field === undefined ? {} : { field }), ...(retryAfter === undefined ? {} : { retryAfter }) }, unexpected: status === 500 || (status === 503 && error.cause !== undefined) };
  }
  return { status: 500, body: { code: 'internal', message: 'something went wrong on our side' }, unexpected: true };
}

/** For the log: with what lies behind it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.stack ?? error.cause.message}` : error.stack ?? error.message;
}

export function createErrorHandler(logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const { status, body, unexpected } = toWireError(error instanceof AppError ? error : fromBodyParser(error) ?? fromExpress(error) ?? error);
    if (unexpected) logger.error('a request failed', { method: request.method, path: request.path, error: describeError(error) });
    if (response.headersSent) { next(error); return; }
    if (body.retryAfter !== undefined) response.set('Retry-After', String(body.retryAfter));
    response.status(status).json({ error: body });
  };
}

/** Express's own errors about a body, in our words. */
function fromBodyParser(error: unknown): AppError | undefined {
  if (typeof error !== 'object' || error === null || !('type' in error)) return undefined;
  switch (error.type) {
    case 'entity.too.large': return new AppError('too-large', 'the body is too large', { cause: error });
    case 'entity.parse.failed': return new AppError('not-json', 'the body is not valid JSON', { cause: error });
    case 'encoding.unsupported':
    case 'charset.unsupported':
    case 'request.aborted':
    case 'request.size.invalid': return new AppError('invalid-input', 'the body could not be read: expected JSON in UTF-8', { cause: error });
    default: return undefined;
  }
}

/** What Express itself refuses, as an address that cannot be decoded. */
function fromExpress(error: unknown): AppError | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? new AppError('invalid-input', 'the request could not be understood', { cause: error }) : undefined;
}
