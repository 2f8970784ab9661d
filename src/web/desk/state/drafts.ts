import type { Original } from '../../../domain/events.ts';

/** What a reply says, and what the agent wrote where a machine has translated it. */
export interface Written {
  readonly reply: string;
  readonly original?: Original | undefined;
}

/** What an agent has begun to write in a conversation: a reply and a note, each kept until sent. */
export interface Draft extends Written {
  readonly mode: 'reply' | 'note';
  readonly note: string;
  /** What the reply was before each change that a model made, the latest last. */
  readonly past?: readonly Written[] | undefined;
  /** What was taken back last, until something else changes. */
  readonly undone?: Written | undefined;
}

export const EMPTY_DRAFT: Draft = { mode: 'reply', reply: '', note: '' };

/** More steps back nobody remembers. */
const MOST_PAST = 20;

/** The draft with words put below what the reply says already; once, however often they are asked for. */
export function putIntoReply(draft: Draft, words: string): Draft {
  const { original } = draft;
  const reply = addBelow(draft.reply, words);
  // The original stays what the whole message says.
  return { ...draft, mode: 'reply', reply, ...(original && { original: { ...original, text: addBelow(original.text, words) } }) };
}

function addBelow(text: string, words: string): string {
  const above = text.trimEnd();
  return above === '' ? words : above.includes(words) ? text : `${above}\n${words}`;
}

/** The draft as the agent typed it. Without words there is nothing left that was translated. */
export function typeReply(draft: Draft, reply: string): Draft {
  return reply === '' ? { ...draft, reply, original: undefined } : { ...draft, reply };
}

/** The draft with another reply in the place of its own, which can be taken back. */
export function replaceReply(draft: Draft, { reply, original }: Written): Draft {
  return { ...draft, mode: 'reply', reply, original, past: [...(draft.past ?? []), writtenOf(draft)].slice(-MOST_PAST), undone: undefined };
}

/** The reply as it was before the model's last change. What was typed since can be had again with `redoReply`. */
export function undoReply(draft: Draft): Draft {
  const before = draft.past?.at(-1);
  return before ? { ...draft, mode: 'reply', reply: before.reply, original: before.original, past: draft.past?.slice(0, -1), undone: writtenOf(draft) } : draft;
}

export function redoReply(draft: Draft): Draft {
  return draft.undone ? replaceReply(draft, draft.undone) : draft;
}

/** What is left of the draft when the reply, or the note, is sent. */
export function afterSending(draft: Draft): Draft {
  const { mode, reply, note, original, past, undone } = draft;
  return mode === 'reply' ? { mode, reply: '', note, original: undefined, past: undefined, undone: undefined } : { mode, reply, note: '', original, past, undone };
}

function writtenOf({ reply, original }: Draft): Written {
  return original ? { reply, original } : { reply };
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
      const isEmpty = draft.reply === '' && draft.note === '' && !draft.past?.length && !draft.undone;
      attempt(() => (isEmpty ? storage.removeItem(keyOf(conversationId)) : storage.setItem(keyOf(conversationId), JSON.stringify(draft))));
    },
  };
}

function parseDraft(stored: string | null | undefined): Draft {
  const value = attempt(() => JSON.parse(stored ?? 'null') as Partial<Draft> | null);
  if (!value || typeof value !== 'object') return EMPTY_DRAFT;
  const textOf = (text: unknown): string => (typeof text === 'string' ? text : '');
  const { original } = parseWritten(value)[0] ?? {};
  const past = Array.isArray(value.past) ? value.past.flatMap(parseWritten) : [];
  const [undone] = parseWritten(value.undone);
  return {
    mode: value.mode === 'note' ? 'note' : 'reply', reply: textOf(value.reply), note: textOf(value.note),
    ...(original && { original }), ...(past.length > 0 && { past }), ...(undone && { undone }),
  };
}

function parseWritten(stored: unknown): Written[] {
  const { reply, original } = (stored ?? {}) as { reply?: unknown; original?: Partial<Original> | null };
  if (typeof reply !== 'string') return [];
  return [typeof original?.text === 'string' && typeof original.locale === 'string' ? { reply, original: { text: original.text, locale: original.locale } } : { reply }];
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
