import type { OutboxEntry } from '../conversation/outbox.ts';
import type { TolerantStorage } from './tolerant-storage.ts';

/** What the browser remembers of a contact between pages and tabs. Never the words of a conversation that the server has. */
export interface ContactMemory {
  /** Who this contact is; null for somebody new. */
  token(): string | null;
  setToken(token: string | null): void;
  /** The conversation that was open last, so that a page can come back to it without being asked. */
  openConversation(): string | null;
  setOpenConversation(conversationId: string | null): void;
  /** The last `seq` that the contact has seen on the screen. */
  readSeq(conversationId: string): number;
  setReadSeq(conversationId: string, seq: number): void;
  unsent(): OutboxEntry[];
  keep(entry: OutboxEntry): void;
  drop(id: string): void;
  /** True for the storage key of the token, as `storage` events name it. */
  isTokenKey(key: string | null): boolean;
}

/** @param namespace tells desks apart that are embedded under one origin. */
export function createContactMemory(storage: TolerantStorage, namespace: string): ContactMemory {
  const key = (name: string): string => `vigil:${namespace}:${name}`;
  const put = (name: string, value: string | null): void => {
    if (value === null) storage.remove(key(name));
    else storage.set(key(name), value);
  };

  return {
    token: () => storage.get(key('token')),
    setToken(token) { put('token', token); },
    openConversation: () => storage.get(key('open')),
    setOpenConversation(conversationId) { put('open', conversationId); },
    readSeq(conversationId) {
      const [id, seq] = (storage.get(key('read')) ?? '').split(' ');
      return id === conversationId ? Number(seq) || 0 : 0;
    },
    setReadSeq(conversationId, seq) { put('read', `${conversationId} ${seq}`); },
    // One key an entry, so that two tabs never overwrite each other's.
    unsent: () => storage.keys(key('outbox:')).flatMap((name) => parseEntry(storage.get(name))).sort((a, b) => a.at - b.at),
    keep(entry) { put(`outbox:${entry.id}`, JSON.stringify(entry)); },
    drop(id) { put(`outbox:${id}`, null); },
    isTokenKey: (name) => name === key('token'),
  };
}

/** An entry as it was written; whether it was under way when the page closed does not matter any more. */
function parseEntry(text: string | null): OutboxEntry[] {
  try {
    const entry = JSON.parse(text ?? '') as OutboxEntry;
    const whole = typeof entry.id === 'string' && typeof entry.at === 'number' && typeof entry.body.type === 'string';
    return whole ? [{ ...entry, state: entry.state === 'failed' ? 'failed' : 'waiting', attempts: 0 }] : [];
  } catch {
    return [];
  }
}
