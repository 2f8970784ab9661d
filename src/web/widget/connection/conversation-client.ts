import type { ContactConversation } from '../../../protocol/contact.ts';
import { browserNetwork, type Network } from '../../shared/network.ts';
import { reconnectDelay } from '../../shared/reconnect-policy.ts';
import type { ContactEvent, Speaker } from '../conversation/contact-event.ts';
import { addEvents, cursorOf, type ConversationLog } from '../conversation/conversation-log.ts';
import {
  acknowledge, addEntry, discard, forgetConversation, markDisconnected, markSending, refuse, retry, sendable, settle,
  type Outbox, type OutgoingBody,
} from '../conversation/outbox.ts';
import type { ContactMemory } from './contact-memory.ts';
import type { Link, LinkListener, LinkStatus, Position } from './link.ts';

/** Everything about the conversation that the screen shows. */
export interface ClientState {
  readonly log: ConversationLog | null;
  readonly outbox: Outbox;
  /** `idle`: nobody asked for a connection yet. */
  readonly status: LinkStatus | 'idle';
  /** Place in line; null where unknown or not waiting. */
  readonly place: number | null;
  readonly typing: Speaker | null;
  /** The contact chose to begin anew: the next message begins a conversation, and the old one is off the screen. */
  readonly fresh: boolean;
  /** True once it is known whether there is a conversation, and its history is here. */
  readonly loaded: boolean;
  /** Events up to here are history: they were there before this page and are not announced. */
  readonly historyEnd: number;
}

export interface ConversationClient {
  state(): ClientState;
  subscribe(listener: () => void): () => void;
  /** Connects, where it has not yet. */
  start(): void;
  send(body: OutgoingBody): void;
  retry(id: string): void;
  discard(id: string): void;
  typing(): void;
  beginAnew(): void;
  /** The browser's storage changed in another tab. */
  storageChanged(key: string | null): void;
}

export interface ConversationClientOptions {
  readonly memory: ContactMemory;
  readonly openLink: (options: { position: () => Position; listener: LinkListener }) => Link;
  readonly now: () => number;
  readonly createId: () => string;
  readonly network?: Pick<Network, 'after' | 'random'>;
}

/** How long somebody is shown as typing after the last sign of it, and how often the contact's own is told, ms. */
const TYPING_MS = 6_000;
const TELL_TYPING_MS = 3_000;

/** Ties log, outbox and link together. All rules are in those; here is only the order of things. */
export function createConversationClient({ memory, openLink, now, createId, network = browserNetwork }: ConversationClientOptions): ConversationClient {
  const listeners = new Set<() => void>();
  let link: Link | undefined;
  let cancelTyping = (): void => {};
  let toldTypingAt = 0;
  let state: ClientState = {
    log: null, outbox: memory.unsent(), status: 'idle', place: null, typing: null, fresh: false, loaded: memory.token() === null, historyEnd: 0,
  };

  function update(changes: Partial<ClientState>): void {
    const before = state;
    state = { ...state, ...changes };
    if (state.outbox !== before.outbox) remember(before.outbox, state.outbox);
    for (const listener of listeners) listener();
  }

  /** The memory holds exactly what a reload would have to send or show again. */
  function remember(before: Outbox, after: Outbox): void {
    const kept = after.filter(({ state: delivery }) => delivery !== 'acknowledged');
    for (const entry of kept) if (!before.includes(entry)) memory.keep(entry);
    for (const { id } of before) if (!kept.some((entry) => entry.id === id)) memory.drop(id);
  }

  function flush(): void {
    if (state.status !== 'online') return;
    const sent = sendable(state.outbox).filter((entry) => link?.send(entry) ?? false);
    if (sent.length > 0) update({ outbox: markSending(state.outbox, sent.map(({ id }) => id)) });
  }

  function conversationId(): string | null {
    return state.fresh ? null : state.log?.id ?? null;
  }

  const listener: LinkListener = {
    onWelcome(token, conversation) {
      const stored = memory.token();
      const known = stored !== null && stored !== token;
      // Two tabs of a new contact were welcomed at once, or another desk process took the token for a
      // stranger's. Whoever has a conversation is right; else the first to be written down.
      if (known && conversation === null && state.log === null && !refusedTokens.has(stored)) {
        refusedTokens.add(stored);
        link?.restart();
        return;
      }
      memory.setToken(token);
      welcomed(conversation);
    },
    onEvents(id, events) {
      const log = addEvents(state.log, id, events);
      if (log === state.log) return;
      const begun = state.log !== null && log?.id !== state.log.id;
      update({
        log,
        loaded: true,
        outbox: settle(state.outbox, log?.events ?? []),
        ...(begun ? { ...anotherConversation(id), log } : {}),
        ...(spoke(events) ? { typing: null } : {}),
      });
      noteOpen();
      flush();
    },
    onPlace(id, place) {
      if (id === state.log?.id && place !== state.place) update({ place });
    },
    onTyping(id, from) {
      if (id !== state.log?.id) return;
      cancelTyping();
      cancelTyping = network.after(TYPING_MS, () => { update({ typing: null }); });
      update({ typing: from });
    },
    onAcknowledged(id, ofConversation) {
      const begun = state.log === null || ofConversation > state.log.id;
      update({ outbox: acknowledge(state.outbox, id, ofConversation), ...(begun ? anotherConversation(ofConversation) : {}) });
      flush();
    },
    onRefused(id, { later }) {
      const outbox = refuse(state.outbox, id, { later });
      update({ outbox });
      const entry = outbox.find((other) => other.id === id);
      if (entry?.state === 'waiting') network.after(reconnectDelay(entry.attempts + 1, network.random()), flush);
    },
    onStatus(status) {
      update({ status, ...(status === 'online' ? {} : { outbox: markDisconnected(state.outbox), typing: null }) });
      flush();
    },
  };

  /** Tokens that a server did not know: tried once, not for ever. */
  const refusedTokens = new Set<string>();

  function welcomed(conversation: ContactConversation | null): void {
    if (conversation === null) {
      const lost = state.log !== null || state.outbox.some((entry) => entry.conversationId !== null);
      update({ loaded: true, ...(lost ? { log: null, outbox: forgetConversation(state.outbox) } : {}) });
      return;
    }
    const { id, seq, place } = conversation;
    const first = state.log === null;
    if (first || (state.log && id > state.log.id)) {
      // Only what was there before the page was opened is history; what came while it was offline is news.
      update({ ...anotherConversation(id), place, historyEnd: first ? seq : 0, loaded: false });
    } else if (id === state.log?.id) {
      update({ place });
    }
  }

  /** An open conversation is come back to on the next page without being asked. */
  function noteOpen(): void {
    const last = state.log?.events.findLast(({ type }) => type === 'conversation.resolved' || type === 'message.received');
    memory.setOpenConversation(last?.type === 'message.received' ? state.log?.id ?? null : null);
  }

  return {
    state: () => state,
    subscribe(callback) {
      listeners.add(callback);
      return () => { listeners.delete(callback); };
    },
    start() {
      if (link) return;
      update({ status: 'connecting' });
      const position = (): Position => ({ token: memory.token(), conversationId: state.log?.id ?? null, cursor: cursorOf(state.log) });
      link = openLink({ position, listener });
    },
    send(body) {
      update({ outbox: addEntry(state.outbox, { id: createId(), at: now(), conversationId: conversationId(), body }) });
      this.start();
      flush();
    },
    retry(id) {
      update({ outbox: retry(state.outbox, id) });
      flush();
    },
    discard(id) { update({ outbox: discard(state.outbox, id) }); },
    typing() {
      const id = conversationId();
      if (id === null || now() - toldTypingAt < TELL_TYPING_MS) return;
      toldTypingAt = now();
      link?.typing(id);
    },
    beginAnew() { update({ fresh: true, typing: null, place: null }); },
    storageChanged(key) {
      const usable = memory.isTokenKey(key) && memory.token() !== null && state.log === null && state.outbox.length === 0;
      if (usable) link?.restart();
    },
  };
}

function anotherConversation(id: string): Pick<ClientState, 'log' | 'place' | 'fresh' | 'historyEnd' | 'loaded'> {
  return { log: { id, events: [] }, place: null, fresh: false, historyEnd: 0, loaded: true };
}

function spoke(events: readonly ContactEvent[]): boolean {
  return events.some(({ type }) => type === 'message.sent');
}
