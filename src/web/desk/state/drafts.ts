import type { Citation, Original } from '../../../domain/events.ts';
import { isCitation, isOriginal, isUploadedFile, keepOnly, MOST_ENCLOSED, nameEnclosed, pickEnclosed, type Enclosed, type UploadedFile } from './enclosed.ts';
import { keptMentions, type Mention } from './mentions.ts';
import type { Outgoing } from './outbox.ts';

/** What a reply says, and what the agent wrote where a machine has translated it. */
export interface Written {
  readonly reply: string;
  readonly original?: Original | undefined;
}

/** A whisper is a note that somebody who oversees says to who has the conversation. */
export const DRAFT_MODES = ['reply', 'note', 'whisper'] as const;
export type DraftMode = (typeof DRAFT_MODES)[number];

/** What an agent has begun to write in a conversation: a reply and a note, each kept until sent. */
export interface Draft extends Written {
  readonly mode: DraftMode;
  readonly note: string;
  /** Files and articles that go along with the reply. */
  readonly attachments?: readonly UploadedFile[] | undefined;
  readonly citations?: readonly Citation[] | undefined;
  /** Colleagues who were picked for the note; its words tell who of them is still called. */
  readonly mentions?: readonly Mention[] | undefined;
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
  return draft.mode === 'reply'
    ? { ...draft, reply: '', original: undefined, past: undefined, undone: undefined, attachments: undefined, citations: undefined }
    : { ...draft, note: '', mentions: undefined };
}

/** What is being written now, whichever of the two it is. */
export function textOf({ mode, reply, note }: Draft): string {
  return mode === 'reply' ? reply : note;
}

export function writeText(draft: Draft, text: string): Draft {
  return draft.mode === 'reply' ? typeReply(draft, text) : { ...draft, note: text };
}

/** What is sent when the draft is sent now: its words, or the names of what is enclosed; empty where there is nothing. */
export function toOutgoing(draft: Draft): Pick<Outgoing, 'kind' | 'text'> & { readonly enclosed: Enclosed } {
  const { mode, reply, note, original, attachments, citations, mentions = [] } = draft;
  if (mode !== 'reply') {
    const text = note.trim();
    return { kind: 'note', text, enclosed: pickEnclosed({ mentions: keptMentions(text, mentions).map(({ id }) => id), whisper: mode === 'whisper' ? true : undefined }) };
  }
  const enclosed = pickEnclosed({ original, attachments, citations });
  return { kind: 'reply', text: reply.trim() || nameEnclosed(enclosed), enclosed };
}

/** The draft with what could not be sent in it again; what was begun since stays above it. */
export function takeBack(draft: Draft, message: Outgoing, names: ReadonlyMap<string, string>): Draft {
  const { kind, text, original, attachments = [], citations = [], mentions = [], whisper } = message;
  const words = text === nameEnclosed(message) ? '' : text;
  const join = (before: string): string => (before === '' ? words : words === '' ? before : `${before}\n${words}`);
  if (kind === 'note') {
    const called = mentions.flatMap((id) => { const name = names.get(id); return name === undefined ? [] : [{ id, name }]; });
    return { ...draft, mode: whisper ? 'whisper' : 'note', note: join(draft.note), mentions: [...draft.mentions ?? [], ...called] };
  }
  return {
    ...draft, mode: 'reply', reply: join(draft.reply), original: draft.reply === '' ? original : draft.original,
    ...enclose(draft, { attachments, citations }),
  };
}

/** The draft's files and cards with more of them, each once and no more than go along with one message. */
export function enclose(draft: Draft, { attachments = [], citations = [] }: Pick<Enclosed, 'attachments' | 'citations'>): Pick<Draft, 'attachments' | 'citations'> {
  const unique = <T>(list: readonly T[], keyOf: (one: T) => string): T[] => [...new Map(list.map((one) => [keyOf(one), one])).values()].slice(0, MOST_ENCLOSED);
  return {
    attachments: unique([...draft.attachments ?? [], ...attachments], ({ id }) => id),
    citations: unique([...draft.citations ?? [], ...citations], ({ articleId }) => articleId),
  };
}

function writtenOf({ reply, original }: Draft): Written {
  return original ? { reply, original } : { reply };
}

export interface Drafts {
  /** The same object until it is written. */
  read(conversationId: string): Draft;
  write(conversationId: string, draft: Draft): void;
  /** Also what nobody types changes drafts: a file arrives while another conversation is open. */
  subscribe(listener: () => void): () => void;
}

/**
 * Keeps drafts in the browser, per agent, so that a reload loses nothing. Where storage is full or
 * forbidden they live as long as the page.
 */
export function createDrafts(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, agentId: string): Drafts {
  const memory = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  const keyOf = (conversationId: string): string => `vigil.desk.draft.${agentId}.${conversationId}`;
  return {
    read(conversationId) {
      const known = memory.get(conversationId);
      if (known) return known;
      const stored = parseDraft(attempt(() => storage.getItem(keyOf(conversationId))));
      memory.set(conversationId, stored);
      return stored;
    },
    write(conversationId, draft) {
      memory.set(conversationId, draft);
      const isEmpty = draft.reply === '' && draft.note === '' && !draft.past?.length && !draft.undone && !draft.attachments?.length && !draft.citations?.length;
      attempt(() => (isEmpty ? storage.removeItem(keyOf(conversationId)) : storage.setItem(keyOf(conversationId), JSON.stringify(draft))));
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

function parseDraft(stored: string | null | undefined): Draft {
  const value = attempt(() => JSON.parse(stored ?? 'null') as Partial<Draft> | null);
  if (!value || typeof value !== 'object') return EMPTY_DRAFT;
  const stringOf = (text: unknown): string => (typeof text === 'string' ? text : '');
  const { original } = parseWritten(value)[0] ?? {};
  const past = Array.isArray(value.past) ? value.past.flatMap(parseWritten) : [];
  const [undone] = parseWritten(value.undone);
  const attachments = keepOnly(value.attachments, isUploadedFile);
  const citations = keepOnly(value.citations, isCitation);
  const mentions = keepOnly(value.mentions, isMention);
  return {
    mode: DRAFT_MODES.find((mode) => mode === value.mode) ?? 'reply', reply: stringOf(value.reply), note: stringOf(value.note),
    ...(original && { original }), ...(past.length > 0 && { past }), ...(undone && { undone }),
    ...(attachments.length > 0 && { attachments }), ...(citations.length > 0 && { citations }), ...(mentions.length > 0 && { mentions }),
  };
}

function isMention(value: unknown): value is Mention {
  const { id, name } = (value ?? {}) as Partial<Record<keyof Mention, unknown>>;
  return typeof id === 'string' && typeof name === 'string';
}

function parseWritten(stored: unknown): Written[] {
  const { reply, original } = (stored ?? {}) as { reply?: unknown; original?: unknown };
  if (typeof reply !== 'string') return [];
  return [isOriginal(original) ? { reply, original: { text: original.text, locale: original.locale } } : { reply }];
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
