import type { SentFile } from '../conversation/conversation-view.ts';
import type { ConversationLog } from '../conversation/conversation-log.ts';
import type { Outbox } from '../conversation/outbox.ts';
import type { Speaker } from '../conversation/contact-event.ts';
import type { ContactMemory } from './contact-memory.ts';
import type { LinkStatus } from './link.ts';

/** A file that waits beside the text that is being written. */
export interface TrayFile {
  readonly key: string;
  readonly file: File;
  /** 0 to 1. */
  readonly progress: number;
  /** Once the server has it. */
  readonly kept?: SentFile;
  /** Why it has not, as the key of a phrase. */
  readonly problem?: string;
}

/** Everything about the conversation that the screen shows. */
export interface ClientState {
  readonly log: ConversationLog | null;
  readonly outbox: Outbox;
  /** `idle`: nobody asked for a connection yet. */
  readonly status: LinkStatus | 'idle';
  /** Place in line; null where unknown or not waiting. */
  readonly place: number | null;
  /** Minutes within which most were served lately; null where nobody can say. */
  readonly waitMinutes: number | null;
  /** False while nobody of the team that it waits for is there. */
  readonly staffed: boolean;
  /** Up to where a colleague has read. */
  readonly readSeq: number;
  /** The desk is full: until then, by this page's clock, nothing is sent by itself; 0 while it is not. */
  readonly busyUntil: number;
  readonly files: readonly TrayFile[];
  readonly typing: Speaker | null;
  /** What the assistant has written so far of an answer that is not there yet. */
  readonly partial: string;
  /** The contact chose to begin anew: the next message begins a conversation, and the old one is off the screen. */
  readonly fresh: boolean;
  /** True once it is known whether there is a conversation, and its history is here. */
  readonly loaded: boolean;
  /** Events up to here are history: they were there before this page and are not announced. */
  readonly historyEnd: number;
}

export interface ClientStore {
  state(): ClientState;
  update(changes: Partial<ClientState>): void;
  subscribe(listener: () => void): () => void;
}

/** The state as it is now. What must survive the page is in the memory before anybody hears of a change. */
export function createClientStore(memory: ContactMemory): ClientStore {
  const listeners = new Set<() => void>();
  let state: ClientState = {
    log: null, outbox: memory.unsent(), status: 'idle', ...NOT_WAITING, readSeq: 0, busyUntil: 0, files: [], typing: null, partial: '',
    fresh: false, loaded: memory.token() === null, historyEnd: 0,
  };
  return {
    state: () => state,
    update(changes) {
      const before = state;
      state = { ...state, ...changes };
      if (state.outbox !== before.outbox) rememberOutbox(memory, before.outbox, state.outbox);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

/** The memory holds what a reload would have to send or show again; nothing in which a secret may still be. */
function rememberOutbox(memory: ContactMemory, before: Outbox, after: Outbox): void {
  const kept = after.filter(({ state, body }) => state !== 'acknowledged' && !('unchecked' in body));
  for (const entry of kept) if (!before.includes(entry)) memory.keep(entry);
  for (const { id } of before) if (!kept.some((entry) => entry.id === id)) memory.drop(id);
}

export const NOT_WAITING = { place: null, waitMinutes: null, staffed: true } as const;

/** What changes when another conversation comes onto the screen. */
export function anotherConversation(id: string): Pick<ClientState, 'log' | 'place' | 'waitMinutes' | 'staffed' | 'readSeq' | 'fresh' | 'historyEnd' | 'loaded'> {
  return { log: { id, events: [] }, ...NOT_WAITING, readSeq: 0, fresh: false, historyEnd: 0, loaded: true };
}
