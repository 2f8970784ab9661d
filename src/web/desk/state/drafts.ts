/** What an agent has begun to write in a conversation: a reply and a note, each kept until sent. */
export interface Draft {
  readonly mode: 'reply' | 'note';
  readonly reply: string;
  readonly note: string;
}

export const EMPTY_DRAFT: Draft = { mode: 'reply', reply: '', note: '' };

/** The draft with words put below what the reply says already; once, however often they are asked for. */
export function putIntoReply(draft: Draft, words: string): Draft {
  const reply = draft.reply.trimEnd();
  const text = reply === '' ? words : reply.includes(words) ? draft.reply : `${reply}\n${words}`;
  return { ...draft, mode: 'reply', reply: text };
}

export interface Drafts {
  read(conversationId: string): Draft;
  write(conversationId: string, draft: Draft): void;
}

/**
 * Keeps drafts in the browser, per agent, so that a reload loses nothing. Where storage is full or
 * forbidden they live as long as the page.
 */
export function createDrafts(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, agentId: string): Drafts {
  const memory = new Map<string, Draft>();
  const keyOf = (conversationId: string): string => `vigil.desk.draft.${agentId}.${conversationId}`;
  return {
    read(conversationId) {
      return memory.get(conversationId) ?? parseDraft(attempt(() => storage.getItem(keyOf(conversationId))));
    },
    write(conversationId, draft) {
      memory.set(conversationId, draft);
      const isEmpty = draft.reply === '' && draft.note === '';
      attempt(() => (isEmpty ? storage.removeItem(keyOf(conversationId)) : storage.setItem(keyOf(conversationId), JSON.stringify(draft))));
    },
  };
}

function parseDraft(stored: string | null | undefined): Draft {
  const value = attempt(() => JSON.parse(stored ?? 'null') as Partial<Draft> | null);
  if (!value || typeof value !== 'object') return EMPTY_DRAFT;
  const textOf = (text: unknown): string => (typeof text === 'string' ? text : '');
  return { mode: value.mode === 'note' ? 'note' : 'reply', reply: textOf(value.reply), note: textOf(value.note) };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
