import type { Locale } from '../../../domain/locales.ts';
import type { ContactEvent } from './contact-event.ts';
import type { SentFile } from './conversation-view.ts';
import { LONGEST_MESSAGE } from './longest-message.ts';

/** What a contact can send that must not be lost. */
export type OutgoingBody =
  | { readonly type: 'message'; readonly text: string; readonly locale?: Locale; readonly page?: string; readonly region?: string; readonly timeZone?: string; readonly files?: readonly SentFile[]; readonly choice?: { readonly articleId: string }; readonly wish?: 'person' } & Unchecked
  | { readonly type: 'answer-rating'; readonly ofSeq: number; readonly helpful: boolean }
  | { readonly type: 'address'; readonly email: string }
  /** `afterSeq`: the log's end when it was given, which tells it from one of an earlier resolution. */
  | { readonly type: 'follow-up-answer'; readonly solved: boolean; readonly afterSeq: number }
  | { readonly type: 'conversation-rating'; readonly score: number; readonly comment?: string; readonly afterSeq: number } & Unchecked;

/** Set where nobody could look for secrets in the words: the server will, and until then they are written down nowhere. */
interface Unchecked {
  readonly unchecked?: true;
}

/**
 * `waiting` for a connection · `sending`, no answer yet · `acknowledged`, durable at the server, its
 * event not here yet · `failed`, refused: only the contact can send it again.
 */
export type DeliveryState = 'waiting' | 'sending' | 'acknowledged' | 'failed';

export interface OutboxEntry {
  readonly id: string;
  readonly at: number;
  /** Null begins a conversation. */
  readonly conversationId: string | null;
  readonly body: OutgoingBody;
  readonly state: DeliveryState;
  /** Times that the server asked to try later. */
  readonly attempts: number;
}

/**
 * What was written and is not in the log yet, in order of writing. Pure: each function returns the
 * next outbox. An entry leaves when its event is in the log, which may be before its acknowledgement
 * (another tab sent it) or long after (the page was reloaded in between).
 */
export type Outbox = readonly OutboxEntry[];

export function addEntry(outbox: Outbox, entry: Pick<OutboxEntry, 'id' | 'at' | 'conversationId' | 'body'>): Outbox {
  return outbox.some(({ id }) => id === entry.id) ? outbox : [...outbox, { ...entry, state: 'waiting', attempts: 0 }];
}

/** Adds a message to one that was turned away and would begin the conversation: they arrive as one. What cannot be joined is added. */
export function joinEntry(outbox: Outbox, entry: Parameters<typeof addEntry>[1]): Outbox {
  const last = outbox.at(-1);
  const { body } = entry;
  if (last?.state !== 'waiting' || last.conversationId !== null || entry.conversationId !== null || last.body.type !== 'message' || body.type !== 'message') return addEntry(outbox, entry);
  const text = `${last.body.text}\n${body.text}`;
  if (text.length > LONGEST_MESSAGE || (last.body.files && body.files)) return addEntry(outbox, entry);
  return addEntry(discard(outbox, last.id), { ...entry, body: { ...last.body, ...body, text } });
}

/**
 * What may be sent now, in order. Only one message may begin a conversation, and nothing overtakes it:
 * what was written after it waits until the server has said which conversation that is.
 */
export function sendable(outbox: Outbox): Outbox {
  const beginning = outbox.findIndex(({ conversationId, state }) => conversationId === null && state !== 'failed');
  const allowed = beginning < 0 ? outbox : outbox.slice(0, beginning + 1);
  return allowed.filter(({ state }) => state === 'waiting');
}

export function markSending(outbox: Outbox, ids: readonly string[]): Outbox {
  return outbox.map((entry) => (ids.includes(entry.id) ? { ...entry, state: 'sending' } : entry));
}

/** The connection is gone: whether what was under way has arrived is unknown, so it is sent again. */
export function markDisconnected(outbox: Outbox): Outbox {
  return outbox.map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry));
}

export function acknowledge(outbox: Outbox, id: string, conversationId: string): Outbox {
  const began = outbox.some((entry) => entry.id === id && entry.conversationId === null);
  return outbox.map((entry) => {
    const named = began && entry.conversationId === null ? { ...entry, conversationId } : entry;
    return entry.id === id ? { ...named, conversationId, state: 'acknowledged' } : named;
  });
}

/** How often an entry is sent again by itself after the server asked to try later. */
const MOST_ATTEMPTS = 4;

/** The server refused an entry; with `later`, not for good, and as often as it said when (`retryAfter`). What is no message and refused for good has lost its object and goes. */
export function refuse(outbox: Outbox, id: string, { later, retryAfter }: { later: boolean; retryAfter?: number | undefined }): Outbox {
  return outbox.flatMap((entry): Outbox => {
    if (entry.id !== id) return [entry];
    const attempts = entry.attempts + (retryAfter ? 0 : 1);
    if (later && attempts < MOST_ATTEMPTS) return [{ ...entry, attempts, state: 'waiting' }];
    return entry.body.type === 'message' ? [{ ...entry, attempts, state: 'failed' }] : [];
  });
}

export function retry(outbox: Outbox, id: string): Outbox {
  return outbox.map((entry) => (entry.id === id && entry.state === 'failed' ? { ...entry, state: 'waiting', attempts: 0 } : entry));
}

export function discard(outbox: Outbox, id: string): Outbox {
  return outbox.filter((entry) => entry.id !== id);
}

/** Drops what the log has. What waited for the conversation that a message began learns its id. */
export function settle(outbox: Outbox, events: readonly ContactEvent[]): Outbox {
  if (outbox.length === 0) return outbox;
  const begun = events.find((event) => outbox.some((entry) => entry.conversationId === null && isSettledBy(entry, event)));
  const named = begun ? outbox.map((entry) => (entry.conversationId === null ? { ...entry, conversationId: begun.conversationId } : entry)) : outbox;
  const rest = named.filter((entry) => !events.some((event) => isSettledBy(entry, event)));
  return rest.length === outbox.length ? outbox : rest;
}

/** The server knows neither the contact nor the conversation any more: messages begin a new one, the rest has lost its object. */
export function forgetConversation(outbox: Outbox): Outbox {
  return outbox.flatMap((entry): Outbox => (entry.body.type === 'message'
    ? [{ ...entry, conversationId: null, state: entry.state === 'failed' ? 'failed' : 'waiting' }]
    : []));
}

function isSettledBy({ id, conversationId, body }: OutboxEntry, event: ContactEvent): boolean {
  if (event.type === 'message.received') return event.data.clientMessageId === id;
  if (event.conversationId !== conversationId) return false;
  switch (body.type) {
    case 'answer-rating':
      return event.type === 'answer.rated' && event.data.ofSeq === body.ofSeq;
    case 'address':
      return event.type === 'contact.reachable' && event.data.email === body.email;
    case 'follow-up-answer':
      return event.type === 'follow-up.answered' && event.seq > body.afterSeq;
    default:
      return event.type === 'conversation.rated' && body.type === 'conversation-rating' && event.seq > body.afterSeq;
  }
}
