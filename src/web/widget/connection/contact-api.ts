import type { ContactConversation } from '../../../protocol/contact.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import type { ContactEvent } from '../conversation/contact-event.ts';
import type { OutboxEntry, OutgoingBody } from '../conversation/outbox.ts';

/** An answer of the server that is not 2xx. `code` is one of the stable codes. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export interface Receipt {
  readonly conversationId: string;
  readonly seq: number;
}

/** The same as the socket, over HTTP. Rejects with ApiError, or with the browser's own error where the server was not reached. */
export interface ContactApi {
  startSession(): Promise<string>;
  conversation(token: string, signal: AbortSignal): Promise<ContactConversation | null>;
  /** Long-poll: answers at once where there are events after the cursor. */
  events(token: string, conversationId: string, after: number, signal: AbortSignal): Promise<{ events: ContactEvent[]; conversation: ContactConversation }>;
  send(token: string, entry: OutboxEntry): Promise<Receipt>;
}

export type WidgetConfig = RouteOutput<'getWidgetConfig'>;

/** How long the server holds a poll, and how much longer the client waits for the network, ms. */
const WAIT_MS = 25_000;
const GRACE_MS = 15_000;

export function createContactApi(base: string): ContactApi {
  async function call<T>(path: string, token: string | null, { body, signal, timeoutMs = GRACE_MS }: { body?: object; signal?: AbortSignal; timeoutMs?: number } = {}): Promise<T> {
    const abort = new AbortController();
    const giveUp = (): void => { abort.abort(); };
    const timer = setTimeout(giveUp, timeoutMs);
    signal?.addEventListener('abort', giveUp);
    try {
      const response = await fetch(`${base}/api/contact${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
        // The widget is not the page: neither the exchange's cookies nor a cache has a part in this.
        credentials: 'omit', cache: 'no-store', signal: abort.signal,
      });
      if (!response.ok) throw new ApiError(response.status, await errorCode(response));
      return await response.json() as T;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  return {
    startSession: async () => (await call<{ token: string }>('/session', null, { body: {} })).token,
    conversation: async (token, signal) => (await call<{ conversation: ContactConversation | null }>('/conversation', token, { signal })).conversation,
    events: (token, conversationId, after, signal) =>
      call(`/conversations/${conversationId}/events?after=${after}&waitMs=${WAIT_MS}`, token, { signal, timeoutMs: WAIT_MS + GRACE_MS }),
    send(token, { id, conversationId, body }) {
      if (body.type === 'message') return call('/messages', token, { body: { id, conversationId, ...withoutType(body) } });
      const path = `/conversations/${conversationId}/${body.type === 'answer-rating' ? 'answer-ratings' : 'rating'}`;
      return call(path, token, { body: withoutType(body) });
    },
  };
}

/** What the widget shows before the first message. Public and the same for all, so it may come from a cache. */
export async function fetchConfig(base: string, locale: string): Promise<WidgetConfig> {
  const response = await fetch(`${base}/api/widget/config?locale=${encodeURIComponent(locale)}`, { credentials: 'omit' });
  if (!response.ok) throw new ApiError(response.status, await errorCode(response));
  return await response.json() as WidgetConfig;
}

/** An outgoing body as the wire has it: without what only this side needs. */
export function withoutType(body: OutgoingBody): object {
  const { type: _type, afterSeq: _afterSeq, unchecked: _unchecked, ...rest } = body as OutgoingBody & { afterSeq?: number; unchecked?: true };
  return rest;
}

async function errorCode(response: Response): Promise<string> {
  try {
    const { error } = await response.json() as { error: { code: string } };
    return error.code;
  } catch {
    return response.status >= 500 ? 'unavailable' : 'invalid-input';
  }
}
