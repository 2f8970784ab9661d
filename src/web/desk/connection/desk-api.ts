import type { RouteInput, RouteName, RouteOutput } from '../../../protocol/http.ts';
import type { AssistAnswer } from '../../../protocol/assist.ts';
import type { View } from '../state/views.ts';

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

/** The endpoints under `/api/desk`; every method rejects with `RequestError` only. */
export interface DeskApi {
  getMe(): Promise<RouteOutput<'getMe'>>;
  setUp(body: RouteInput<'setUp'>['body']): Promise<RouteOutput<'setUp'>>;
  signIn(body: RouteInput<'signIn'>['body']): Promise<RouteOutput<'signIn'>>;
  signOut(): Promise<RouteOutput<'signOut'>>;
  listAgents(): Promise<RouteOutput<'listAgents'>>;
  listConversations(view: View, limit: number): Promise<RouteOutput<'listConversations'>>;
  getConversation(conversationId: string, after: number): Promise<RouteOutput<'getConversation'>>;
  /** Rejects with the code `offline` when the signal aborts. */
  assist(conversationId: string, asked: RouteInput<'assistAgent'>['body'], signal?: AbortSignal): Promise<AssistAnswer>;
  getModelStatus(): Promise<RouteOutput<'getModelStatus'>>;
}

export function createDeskApi(fetch: typeof globalThis.fetch): DeskApi {
  async function call<N extends RouteName>(_route: N, method: 'GET' | 'POST', path: string, body?: object, signal: AbortSignal | null = null): Promise<RouteOutput<N>> {
    const init: RequestInit = body === undefined
      ? { method }
      : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal };
    const response = await fetch(path, init).catch((cause: unknown) => {
      throw new RequestError('offline', String(cause));
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw toRequestError(response.status, answer);
    return answer as RouteOutput<N>;
  }

  return {
    getMe: () => call('getMe', 'GET', '/api/desk/me'),
    setUp: (body) => call('setUp', 'POST', '/api/desk/set-up', body),
    signIn: (body) => call('signIn', 'POST', '/api/desk/sign-in', body),
    signOut: () => call('signOut', 'POST', '/api/desk/sign-out', {}),
    listAgents: () => call('listAgents', 'GET', '/api/desk/agents'),
    listConversations: (view, limit) => call('listConversations', 'GET', `/api/desk/conversations?view=${view}&limit=${limit}`),
    getConversation: (id, after) => call('getConversation', 'GET', `/api/desk/conversations/${encodeURIComponent(id)}?after=${after}`),
    assist: (id, asked, signal) => call('assistAgent', 'POST', `/api/desk/conversations/${encodeURIComponent(id)}/assist`, asked, signal),
    getModelStatus: () => call('getModelStatus', 'GET', '/api/desk/model'),
  };
}

/** Errors of the API are `{error: {code, message, field?}}`; a proxy in between may answer anything. */
function toRequestError(status: number, answer: unknown): RequestError {
  const error = (answer as { error?: { code?: unknown; message?: unknown; field?: unknown } } | null)?.error;
  const code = typeof error?.code === 'string' ? error.code : status >= 500 ? 'unavailable' : 'internal';
  return new RequestError(code, typeof error?.message === 'string' ? error.message : `HTTP ${status}`, typeof error?.field === 'string' ? error.field : undefined);
}
