import type { Outbox, Outgoing } from '../state/outbox.ts';

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps what is not acknowledged yet in the browser: a reload or a crash loses no reply. */
export interface StoredOutbox {
  read(): Outbox;
  write(outbox: Outbox): void;
}

export function createStoredOutbox(storage: TextStorage, agentId: string): StoredOutbox {
  const key = `vigil.desk.outbox.${agentId}`;
  return {
    read() {
      try {
        const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
        return Array.isArray(stored) ? stored.filter(isOutgoing) : [];
      } catch {
        return [];
      }
    },
    write(outbox) {
      const open = outbox.filter(({ state }) => state !== 'accepted');
      try {
        if (open.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(open));
      } catch {
        // Storage is full or forbidden: the outbox lives as long as the page.
      }
    },
  };
}

function isOutgoing(value: unknown): value is Outgoing {
  const { clientMessageId, conversationId, kind, text, at, state } = (value ?? {}) as Partial<Record<keyof Outgoing, unknown>>;
  return typeof clientMessageId === 'string' && typeof conversationId === 'string' && typeof text === 'string' && typeof at === 'number'
    && (kind === 'reply' || kind === 'note') && (state === 'sending' || state === 'failed');
}
