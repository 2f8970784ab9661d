import type { RouteName, RouteOutput } from '../../../protocol/http.ts';

/** The server said no, or could not be reached (`code` is then `offline`). */
export class RequestError extends Error {
  readonly code: string;
  /** Field of the input that is wrong, where one is. */
  readonly field: string | undefined;

  constructor(code: string, message: string, field?: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.field = field;
  }
}

/** Asks one endpoint; the name of the route says what comes back. Rejects with `RequestError` only. */
export type Call = <N extends RouteName>(route: N, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, signal?: AbortSignal | null) => Promise<RouteOutput<N>>;

export function createCall(fetch: typeof globalThis.fetch): Call {
  return async <N extends RouteName>(_route: N, method: string, path: string, body?: object, signal: AbortSignal | null = null): Promise<RouteOutput<N>> => {
    const init: RequestInit = body === undefined ? { method, signal } : { method, signal, ...contentOf(body) };
    const response = await fetch(path, init).catch((cause: unknown) => {
      throw new RequestError('offline', String(cause));
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw toRequestError(response.status, answer);
    return answer as RouteOutput<N>;
  };
}

/** A file goes as its bytes, everything else as JSON. */
function contentOf(body: object): Pick<RequestInit, 'headers' | 'body'> {
  if (body instanceof Blob) return { headers: { 'content-type': body.type || 'application/octet-stream' }, body };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function toQuery(query: Readonly<Record<string, string | undefined>>): string {
  return new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();
}

/** Errors of the API are `{error: {code, message, field?}}`; a proxy in between may answer anything. */
function toRequestError(status: number, answer: unknown): RequestError {
  const error = (answer as { error?: { code?: unknown; message?: unknown; field?: unknown } } | null)?.error;
  const code = typeof error?.code === 'string' ? error.code : status >= 500 ? 'unavailable' : 'internal';
  return new RequestError(code, typeof error?.message === 'string' ? error.message : `HTTP ${status}`, typeof error?.field === 'string' ? error.field : undefined);
}
