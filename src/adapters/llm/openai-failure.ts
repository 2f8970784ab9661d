import { OpenAIClient } from '@langchain/openai';
import type { LanguageModelSettings } from './model-settings.ts';
import { ModelFailure, type FailureReason } from './model-failure.ts';

/** What to look at when the server answers with a status. */
const HINTS: Readonly<Record<number, string>> = {
  307: 'OPENAI_BASE_URL redirects, which is not followed',
  308: 'OPENAI_BASE_URL redirects, which is not followed',
  401: 'OPENAI_API_KEY is missing or wrong',
  403: 'OPENAI_API_KEY does not allow it',
  404: 'OPENAI_BASE_URL has no /chat/completions, or OPENAI_MODEL is unknown there',
  429: 'it is asked too much',
};

/** Statuses that speak of what was asked (too long, not allowed), not of the server's health. */
const REJECTED = new Set([400, 413, 422]);

/** Codes with which servers refuse to answer instead of answering with a refusal. */
const REFUSALS = new Set(['content_filter', 'content_policy_violation', 'moderation_blocked']);

/** An error that is safe to log: it says which server and why, and nothing that the server said or was asked. */
export function describeFailure(error: unknown, settings: LanguageModelSettings): ModelFailure {
  const [reason, words] = error instanceof ModelFailure ? [error.reason, error.message] as const : explain(error);
  const message = `language model OPENAI_BASE_URL=${settings.baseUrl} OPENAI_MODEL=${settings.model}: ${words}`;
  return new ModelFailure(reason, message, { retryAfterMs: retryAfterOf(error), cause: withoutWords(error, settings.apiKey) });
}

/** The option that the server does not take, where that is what it says. */
export function optionRefused<T extends string>(error: unknown, options: readonly T[]): T | undefined {
  if (!REJECTED.has(statusOf(error) ?? 0)) return undefined;
  const { param, message } = error as { param?: unknown; message: string };
  // A value that is too large, say, is no option that the server does not know.
  if (!/support|unknown|unrecogni[sz]ed|unexpected|extra|permitted/i.test(message)) return undefined;
  return options.find((option) => param === option) ?? options.find((option) => message.includes(option));
}

/** The server may not know `response_format`, or not this schema. Servers say so in too many ways to tell from other refusals. */
export function isShapeRefused(error: unknown): boolean {
  return REJECTED.has(statusOf(error) ?? 0) && !isRefusal(error);
}

function explain(error: unknown): readonly [FailureReason, string] {
  const status = statusOf(error);
  if (isRefusal(error)) return ['refused', 'it refuses to answer'];
  if (fieldOf(error, 'code') === 'insufficient_quota') return ['misconfigured', 'the quota of OPENAI_API_KEY is used up'];
  if (Error.isError(error) && error.name === 'ContextOverflowError') return ['rejected', 'the request has more tokens than OPENAI_MODEL reads'];
  if (status !== undefined) return [reasonOf(status), `it answered ${status}${HINTS[status] ? `, ${HINTS[status]}` : ''}`];
  if (error instanceof OpenAIClient.APIConnectionError) return ['no-connection', `no connection${systemCodeOf(error)}`];
  if (error instanceof OpenAIClient.APIError) return ['failing', 'it reported an error midway'];
  if (Error.isError(error) && error.name === 'SyntaxError') return ['malformed', 'its answer is no JSON'];
  return ['broken-off', `its answer broke off${systemCodeOf(error)}`];
}

function reasonOf(status: number): FailureReason {
  if (status === 429) return 'rate-limited';
  if (status >= 500 || status === 408) return 'failing';
  return REJECTED.has(status) ? 'rejected' : 'misconfigured';
}

function isRefusal(error: unknown): boolean {
  return REFUSALS.has(fieldOf(error, 'code') ?? '');
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = Error.isError(error) && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** Milliseconds of `retry-after-ms`, or of `retry-after` in seconds or as a date (RFC 9110, 10.2.3). */
function retryAfterOf(error: unknown): number | undefined {
  const headers: unknown = Error.isError(error) && 'headers' in error ? error.headers : undefined;
  if (!(headers instanceof Headers)) return undefined;
  const after = headers.get('retry-after') ?? '';
  const given = headers.get('retry-after-ms');
  const ms = given !== null ? Number(given) : /^\s*[\d.]+\s*$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/**
 * The kind of each error down to its cause, for whoever searches for it. Not what they say: servers
 * repeat keys and texts, and a JSON parser what it could not read.
 */
function withoutWords(error: unknown, key: string | undefined): Error | undefined {
  if (!Error.isError(error) || error instanceof ModelFailure) return undefined;
  const fields = (['code', 'param', 'type'] as const).map((name) => fieldOf(error, name)).filter((value) => value !== undefined && (key === undefined || !value.includes(key)));
  return new Error([error.constructor.name, ...fields].join(' '), { cause: withoutWords(error.cause, key) });
}

/** A field of an error that is one short word, as codes are. */
function fieldOf(error: unknown, name: 'code' | 'param' | 'type'): string | undefined {
  const value: unknown = Error.isError(error) ? (error as unknown as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
}

/** The system's code, as ` (ECONNREFUSED)`, from wherever `fetch` put it. */
function systemCodeOf(error: unknown): string {
  for (let one = error; Error.isError(one); one = one.cause) {
    if ('code' in one && typeof one.code === 'string' && /^[A-Z_0-9]+$/.test(one.code)) return ` (${one.code})`;
  }
  return '';
}
