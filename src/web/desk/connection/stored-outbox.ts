import { isCitation, isOriginal, isUploadedFile, keepOnly, pickEnclosed } from '../state/enclosed.ts';
import type { Outbox, Outgoing } from '../state/outbox.ts';

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Keeps what is not acknowledged yet in the browser: a reload or a crash loses no reply. */
export interface StoredOutbox {
  read(): Outbox;
  write(outbox: Outbox): void;
}

/** One key an entry, so that two tabs of an agent never overwrite each other's. */
export function createStoredOutbox(storage: TextStorage, agentId: string): StoredOutbox {
  const prefix = `vigil.desk.outbox.${agentId}.`;
  /** Entries that this tab knows of; only these does it remove. */
  const known = new Set<string>();

  return {
    read() {
      const keys = Array.from({ length: storage.length }, (_one, at) => storage.key(at)).filter((key) => key?.startsWith(prefix));
      const stored = keys.flatMap((key) => parseEntry(key === null || key === undefined ? null : storage.getItem(key)));
      for (const { clientMessageId } of stored) known.add(clientMessageId);
      return stored.sort((a, b) => a.at - b.at);
    },
    write(outbox) {
      const open = outbox.filter(({ state }) => state !== 'accepted');
      try {
        for (const entry of open) {
          storage.setItem(prefix + entry.clientMessageId, JSON.stringify(entry));
          known.add(entry.clientMessageId);
        }
        for (const id of known) if (!open.some(({ clientMessageId }) => clientMessageId === id)) storage.removeItem(prefix + id);
      } catch {
        // Storage is full or forbidden: the outbox lives as long as the page.
      }
    },
  };
}

function parseEntry(text: string | null): Outgoing[] {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isOutgoing(value) ? [withEnclosed(value)] : [];
  } catch {
    return [];
  }
}

function isOutgoing(value: unknown): value is Outgoing {
  const { clientMessageId, conversationId, kind, text, original, at, state } = (value ?? {}) as Partial<Record<keyof Outgoing, unknown>>;
  return typeof clientMessageId === 'string' && typeof conversationId === 'string' && typeof text === 'string' && typeof at === 'number'
    && (original === undefined || isOriginal(original))
    && (kind === 'reply' || kind === 'note') && (state === 'sending' || state === 'failed');
}

function withEnclosed({ clientMessageId, conversationId, kind, text, at, state, error, original, ...stored }: Outgoing): Outgoing {
  const enclosed = pickEnclosed({
    original, whisper: stored.whisper === true ? true : undefined,
    citations: keepOnly(stored.citations, isCitation), attachments: keepOnly(stored.attachments, isUploadedFile),
    mentions: keepOnly(stored.mentions, (id): id is string => typeof id === 'string'),
  });
  return { clientMessageId, conversationId, kind, text, at, state, error, ...enclosed };
}
