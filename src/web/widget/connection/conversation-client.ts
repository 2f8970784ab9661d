import type { Locale } from '../../../domain/locales.ts';
import { browserNetwork, type Network } from '../../shared/network.ts';
import { cursorOf } from '../conversation/conversation-log.ts';
import { addEntry, discard, joinEntry, markSending, retry, sendable, type OutgoingBody } from '../conversation/outbox.ts';
import { createClientStore, NOT_WAITING, type ClientState, type TrayFile } from './client-state.ts';
import type { ContactMemory } from './contact-memory.ts';
import { createLinkListener } from './link-listener.ts';
import type { Link, LinkListener, Position } from './link.ts';

export interface ConversationClient {
  state(): ClientState;
  subscribe(listener: () => void): () => void;
  /** Connects, where it has not yet. */
  start(): void;
  send(body: OutgoingBody): void;
  retry(id: string): void;
  discard(id: string): void;
  typing(): void;
  /** The contact has the conversation on the screen up to there. */
  read(seq: number): void;
  /** What waits to go along with the next message. */
  setFiles(change: (files: readonly TrayFile[]) => readonly TrayFile[]): void;
  beginAnew(): void;
  /** The browser's storage changed in another tab. */
  storageChanged(key: string | null): void;
}

export interface ConversationClientOptions {
  readonly memory: ContactMemory;
  readonly openLink: (options: { position: () => Position; listener: LinkListener }) => Link;
  readonly now: () => number;
  readonly createId: () => string;
  /** Language and path of the page, country and time zone of the browser, told with every message. */
  readonly pageContext: () => { readonly locale?: Locale; readonly page?: string; readonly region?: string; readonly timeZone?: string };
  readonly network?: Pick<Network, 'after' | 'random'>;
}

/** How often the other side is told that the contact is typing, ms. */
const TELL_TYPING_MS = 3_000;

/** Ties log, outbox and link together. All rules are in those; here is only who is called when. */
export function createConversationClient({ memory, openLink, now, createId, pageContext, network = browserNetwork }: ConversationClientOptions): ConversationClient {
  const store = createClientStore(memory);
  const { state, update, subscribe } = store;
  const listener = createLinkListener({ store, memory, network, now, flush, restart: () => { link?.restart(); } });
  let link: Link | undefined;
  let toldTypingAt = 0;
  let seen: { readonly id: string; readonly seq: number } | undefined;
  let toldSeen: typeof seen;

  function position(): Position {
    const { log } = state();
    return { token: memory.token(), conversationId: log?.id ?? null, cursor: cursorOf(log) };
  }

  function start(): void {
    if (link) return;
    update({ status: 'connecting' });
    link = openLink({ position, listener });
  }

  function flush(): void {
    if (state().status !== 'online' || state().busyUntil) return;
    if (seen !== toldSeen && seen && link?.read(seen.id, seen.seq)) toldSeen = seen;
    const sent = sendable(state().outbox).filter((entry) => link?.send(entry) ?? false);
    if (sent.length > 0) update({ outbox: markSending(state().outbox, sent.map(({ id }) => id)) });
  }

  /** Where a message goes. Before the log is here, to the conversation that was open when the last page was left. */
  function conversationId(): string | null {
    return state().fresh ? null : state().log?.id ?? memory.openConversation();
  }

  return {
    state, subscribe, start,
    send(body) {
      // What is new may be urgent: it is tried at once, with what was turned away, since nothing may overtake that.
      const add = state().busyUntil ? joinEntry : addEntry;
      update({ outbox: add(state().outbox, { id: createId(), at: now(), conversationId: conversationId(), body: body.type === 'message' ? { ...body, ...pageContext() } : body }), busyUntil: 0 });
      start();
      flush();
    },
    retry(id) {
      update({ outbox: retry(state().outbox, id) });
      flush();
    },
    discard(id) { update({ outbox: discard(state().outbox, id) }); },
    typing() {
      const id = conversationId();
      if (id === null || now() - toldTypingAt < TELL_TYPING_MS) return;
      toldTypingAt = now();
      link?.typing(id);
    },
    read(seq) {
      const { log } = state();
      if (!log || (seen?.id === log.id && seen.seq >= seq)) return;
      seen = { id: log.id, seq };
      flush();
    },
    setFiles(change) { update({ files: change(state().files) }); },
    beginAnew() { update({ fresh: true, typing: null, ...NOT_WAITING }); },
    storageChanged(key) {
      const { log, outbox } = state();
      const mayBeAnother = memory.isTokenKey(key) && memory.token() !== null && log === null && outbox.length === 0;
      if (mayBeAnother) link?.restart();
    },
  };
}
