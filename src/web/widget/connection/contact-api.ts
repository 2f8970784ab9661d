import type { ContactConversation } from '../../../protocol/contact.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import type { ContactEvent } from '../conversation/contact-event.ts';
import type { OutboxEntry, OutgoingBody } from '../conversation/outbox.ts';
import { toApiError } from './api-error.ts';
import { withoutType } from './outgoing.ts';

export interface Receipt {
  readonly conversationId: string;
  readonly seq: number;
}

export type ContactCases = RouteOutput<'listContactConversations'>['conversations'];

/** The same as the socket, over HTTP, and what only HTTP does. Rejects with ApiError, or with the browser's own error where the server was not reached. */
export interface ContactApi {
  startSession(): Promise<string>;
  conversation(token: string, signal: AbortSignal): Promise<ContactConversation | null>;
  /** Long-poll: answers at once where there are events after the cursor. */
  events(token: string, conversationId: string, after: number, signal: AbortSignal): Promise<{ events: ContactEvent[]; conversation: ContactConversation }>;
  send(token: string, entry: OutboxEntry): Promise<Receipt>;
  noteRead(token: string, conversationId: string, seq: number): Promise<unknown>;
  /** All conversations of the contact, the latest first. */
  list(token: string): Promise<ContactCases>;
  /** What there is of one now. */
  history(token: string, conversationId: string): Promise<ContactEvent[]>;
  transcript(token: string, conversationId: string, format: 'html' | 'txt', timeZone: string | undefined): Promise<Blob>;
  file(token: string, fileId: string): Promise<Blob>;
}

/** How long the server holds a poll, and how much longer the client waits for the network, ms. */
const WAIT_MS = 25_000;
const GRACE_MS = 15_000;
/** A file may be large and a line slow. */
const FILE_MS = 120_000;

const PATHS: Record<Exclude<OutgoingBody['type'], 'message'>, string> = {
  'answer-rating': 'answer-ratings', 'conversation-rating': 'rating', 'address': 'address', 'follow-up-answer': 'follow-up',
};

interface Asking { readonly body?: object; readonly signal?: AbortSignal; readonly timeoutMs?: number }

export function createContactApi(base: string): ContactApi {
  async function ask<T>(path: string, token: string | null, read: (response: Response) => Promise<T>, { body, signal, timeoutMs = GRACE_MS }: Asking = {}): Promise<T> {
    const abort = new AbortController();
    const giveUp = (): void => { abort.abort(); };
    const timer = setTimeout(giveUp, timeoutMs);
    signal?.addEventListener('abort', giveUp);
    try {
      const response = await fetch(`${base}/api/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
        // The widget is not the page: neither the exchange's cookies nor a cache has a part in this.
        credentials: 'omit', cache: 'no-store', signal: abort.signal,
      });
      if (!response.ok) throw await toApiError(response);
      return await read(response);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  }
  const call = <T>(path: string, token: string | null, asking?: Asking): Promise<T> => ask(`contact/${path}`, token, (response) => response.json() as Promise<T>, asking);
  const fetchBlob = (path: string, token: string): Promise<Blob> => ask(path, token, (response) => response.blob(), { timeoutMs: FILE_MS });

  return {
    startSession: async () => (await call<{ token: string }>('session', null, { body: {} })).token,
    conversation: async (token, signal) => (await call<{ conversation: ContactConversation | null }>('conversation', token, { signal })).conversation,
    events: (token, conversationId, after, signal) =>
      call(`conversations/${conversationId}/events?after=${after}&waitMs=${WAIT_MS}`, token, { signal, timeoutMs: WAIT_MS + GRACE_MS }),
    send(token, { id, conversationId, body }) {
      if (body.type === 'message') return call('messages', token, { body: { id, conversationId, ...withoutType(body) } });
      return call(`conversations/${conversationId}/${PATHS[body.type]}`, token, { body: withoutType(body) });
    },
    noteRead: (token, conversationId, seq) => call(`conversations/${conversationId}/read`, token, { body: { seq } }),
    list: async (token) => (await call<RouteOutput<'listContactConversations'>>('conversations', token)).conversations,
    async history(token, conversationId) {
      const all: ContactEvent[] = [];
      for (let after = 0; ;) {
        const { events } = await call<{ events: ContactEvent[] }>(`conversations/${conversationId}/events?after=${after}`, token);
        all.push(...events);
        const last = events.at(-1)?.seq;
        if (last === undefined) return all;
        after = last;
      }
    },
    transcript: (token, conversationId, format, timeZone) =>
      fetchBlob(`contact/conversations/${conversationId}/transcript?format=${format}${timeZone === undefined ? '' : `&timeZone=${encodeURIComponent(timeZone)}`}`, token),
    file: (token, fileId) => fetchBlob(`files/${fileId}`, token),
  };
}
