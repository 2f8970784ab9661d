import { OpenAIClient } from '@langchain/openai';
import { AppError } from '../../domain/errors.ts';

/** What to look at when the server answers with a status. */
const HINTS: Readonly<Record<number, string>> = {
  401: 'EMBEDDINGS_API_KEY is missing or wrong',
  403: 'EMBEDDINGS_API_KEY does not allow it',
  404: 'EMBEDDINGS_BASE_URL has no /embeddings, or EMBEDDINGS_MODEL is unknown there',
  429: 'it is asked too much',
};

/** Statuses that speak of the texts (too long, too many), not of the server's health. */
const REFUSED = new Set([400, 413, 422]);

/**
 * An error that is safe to log: it says which server and why, and nothing that the server said.
 * @param timedOutAfter milliseconds, where that is why.
 */
export function describeFailure(error: unknown, server: { readonly baseUrl: string; readonly apiKey?: string }, timedOutAfter?: number): AppError {
  const refused = timedOutAfter === undefined && REFUSED.has(statusOf(error) ?? 0);
  const reason = timedOutAfter === undefined ? reasonOf(error) : `no answer within ${timedOutAfter} ms`;
  return new AppError(refused ? 'invalid-input' : 'unavailable', nameServer(server, reason), { cause: withoutKey(error, server.apiKey) });
}

/** As every message about the server begins, with the setting to look at. */
export function nameServer({ baseUrl }: { readonly baseUrl: string }, reason: string): string {
  return `embeddings server EMBEDDINGS_BASE_URL=${baseUrl}: ${reason}`;
}

/** What the errors say, without the key, which a server or `fetch` may have repeated in any of their fields. */
function withoutKey(error: unknown, key: string | undefined): Error | undefined {
  if (!Error.isError(error)) return undefined;
  const message = key === undefined ? error.message : error.message.replaceAll(key, '[key]');
  return new Error(`${error.name}: ${message}`, { cause: withoutKey(error.cause, key) });
}

function reasonOf(error: unknown): string {
  const status = statusOf(error);
  if (status !== undefined) return `it answered ${status}${HINTS[status] ? `, ${HINTS[status]}` : ''}`;
  if (Error.isError(error) && error.name === 'SyntaxError') return 'its answer is no JSON';
  if (error instanceof OpenAIClient.APIConnectionError) return `no connection${codeOf(error)}`;
  return `its answer broke off${codeOf(error)}`;
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = Error.isError(error) && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** The system's code, as ` (ECONNREFUSED)`, from wherever `fetch` put it. */
function codeOf(error: unknown): string {
  for (let one = error; Error.isError(one); one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return ` (${one.code})`;
  }
  return '';
}
