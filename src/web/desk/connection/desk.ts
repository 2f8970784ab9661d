import type { DeskClientFrame, DeskCommand, DeskServerFrame } from '../../../protocol/desk.ts';
import type { ConversationEvent } from '../../../domain/events.ts';
import type { ReconnectingSocket, ReconnectingSocketOptions } from '../../shared/reconnecting-socket.ts';
import { cursorOf, EMPTY_LOG } from '../state/conversation-log.ts';
import { initialDeskState, reduceDesk, type DeskAction, type DeskState } from '../state/desk-state.ts';
import type { Me } from '../state/model.ts';
import { unacknowledged, type Outgoing } from '../state/outbox.ts';
import type { DeskApi } from './desk-api.ts';
import { createLoader, isUnauthenticated } from './loader.ts';
import { createStore, type Store } from './store.ts';
import type { StoredOutbox } from './stored-outbox.ts';

/** Close codes after which connecting again is pointless: not signed in, or not allowed. */
const FINAL_CLOSE_CODES = [4001, 4003];
/** An agent who keeps typing is told about this often, ms. */
const TYPING_EVERY_MS = 3_000;

type SimpleCommand = Exclude<DeskCommand, { type: 'reply' | 'note' }>;
export type CommandOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** The desk's connection to the server and everything it knows, for one signed-in agent. */
export interface Desk extends Pick<Store<DeskState, DeskAction>, 'getState' | 'subscribe'> {
  /** Shows a conversation: its log is followed until another is opened. */
  open(conversationId: string | null): void;
  /** Never rejects; without a connection the outcome is `offline` and nothing is kept for later. */
  command(conversationId: string, command: SimpleCommand): Promise<CommandOutcome>;
  /** Shown at once, sent as soon as there is a connection, and never twice. */
  send(conversationId: string, kind: 'reply' | 'note', text: string): void;
  retry(clientMessageId: string): void;
  discard(clientMessageId: string): void;
  noteTyping(conversationId: string): void;
  /** Asks for the newest state of one conversation. */
  refresh(conversationId: string): Promise<void>;
  /** Reads the lists again after that failed. */
  reload(): void;
  reconnectNow(): void;
  dispose(): void;
}

export interface DeskOptions {
  readonly me: Me;
  readonly api: Pick<DeskApi, 'getMe' | 'listAgents' | 'listConversations' | 'getConversation'>;
  readonly connect: (options: Pick<ReconnectingSocketOptions, 'onConnect' | 'onFrame' | 'onStatus' | 'shouldReconnect'>) => ReconnectingSocket;
  readonly storedOutbox: StoredOutbox;
  readonly now: () => number;
  readonly newId: () => string;
  /** The session ended: sign in again. */
  readonly onSignedOut: () => void;
}

export function createDesk(options: DeskOptions): Desk {
  const { me, api, storedOutbox, now, newId, onSignedOut } = options;
  const store = createStore(initialDeskState(me, storedOutbox.read()), reduceDesk);
  const loader = createLoader({ store, api, onSignedOut });
  const outcomes = new Map<string, (outcome: CommandOutcome) => void>();
  let lastTypingAt = 0;
  let disposed = false;
  const socket = options.connect({
    onFrame: (frame) => { handleFrame(frame as DeskServerFrame); },
    onStatus: (status, failures) => {
      if (!disposed && (status === 'waiting' || status === 'closed')) lost(status === 'closed', failures);
    },
    shouldReconnect: (code) => !FINAL_CLOSE_CODES.includes(code),
  });
  const stopStoring = store.subscribe(storeOutbox(store, storedOutbox));

  function handleFrame(frame: DeskServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        renewed();
        return;
      case 'conversations':
        store.dispatch({ type: 'conversations.arrived', conversations: frame.conversations, gone: frame.gone });
        return;
      case 'events':
        store.dispatch({ type: 'events.arrived', conversationId: frame.conversationId, events: frame.events as ConversationEvent[] });
        return;
      case 'typing':
        if (frame.from === 'agent' && frame.name === me.name) return;
        store.dispatch({ type: 'typing.seen', conversationId: frame.conversationId, typing: { from: frame.from, name: frame.name ?? null, at: now() } });
        return;
      case 'ack':
        settle(frame.id, { ok: true });
        return;
      case 'error':
        if (frame.id !== undefined) settle(frame.id, { ok: false, code: frame.code });
        return;
      case 'pong':
    }
  }

  function renewed(): void {
    store.dispatch({ type: 'link.renewed' });
    for (const message of unacknowledged(store.getState().outbox)) transmit(message);
    follow();
    void loader.loadViews();
  }

  function lost(forGood: boolean, failures: number): void {
    if (forGood) { onSignedOut(); return; }
    store.dispatch({ type: 'link.changed', link: 'offline' });
    // What was sent may have been done or not; the lists will tell after the next welcome.
    for (const resolve of outcomes.values()) resolve({ ok: false, code: 'offline' });
    outcomes.clear();
    // A refused handshake looks like any other failure; only a request can tell that the session is over.
    if (failures > 0) api.getMe().catch((error: unknown) => { if (isUnauthenticated(error)) onSignedOut(); });
  }

  function settle(id: string, outcome: CommandOutcome): void {
    outcomes.get(id)?.(outcome);
    outcomes.delete(id);
    if (!store.getState().outbox.some(({ clientMessageId }) => clientMessageId === id)) return;
    const change = outcome.ok
      ? { type: 'accepted', clientMessageId: id } as const
      : { type: 'failed', clientMessageId: id, error: outcome.code } as const;
    store.dispatch({ type: 'outbox.changed', change });
  }

  function follow(): void {
    const { openId, logs, conversations } = store.getState();
    if (openId === null) return;
    transmitFrame({ type: 'follow', conversationId: openId, after: cursorOf(logs.get(openId) ?? EMPTY_LOG) });
    if (!conversations.has(openId)) void loader.refresh(openId);
  }

  function transmit({ clientMessageId, conversationId, kind, text }: Outgoing): void {
    transmitFrame({ type: 'command', id: clientMessageId, conversationId, command: { type: kind, clientMessageId, text } });
  }

  function transmitFrame(frame: DeskClientFrame): boolean {
    const { link } = store.getState();
    return link === 'online' && socket.send(frame);
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    open(conversationId) {
      const { openId } = store.getState();
      if (openId === conversationId) return;
      if (openId !== null) transmitFrame({ type: 'unfollow', conversationId: openId });
      store.dispatch({ type: 'conversation.opened', conversationId });
      follow();
    },
    command(conversationId, command) {
      const id = newId();
      return new Promise((resolve) => {
        outcomes.set(id, resolve);
        if (!transmitFrame({ type: 'command', id, conversationId, command })) settle(id, { ok: false, code: 'offline' });
      });
    },
    send(conversationId, kind, text) {
      const message = { clientMessageId: newId(), conversationId, kind, text, at: now() };
      store.dispatch({ type: 'outbox.changed', change: { type: 'queued', message } });
      transmit({ ...message, state: 'sending', error: null });
    },
    retry(clientMessageId) {
      store.dispatch({ type: 'outbox.changed', change: { type: 'retried', clientMessageId } });
      const message = store.getState().outbox.find((outgoing) => outgoing.clientMessageId === clientMessageId);
      if (message) transmit(message);
    },
    discard(clientMessageId) {
      store.dispatch({ type: 'outbox.changed', change: { type: 'discarded', clientMessageId } });
    },
    noteTyping(conversationId) {
      if (now() - lastTypingAt < TYPING_EVERY_MS) return;
      if (transmitFrame({ type: 'typing', conversationId })) lastTypingAt = now();
    },
    refresh: loader.refresh,
    reload: () => { void loader.loadViews(); },
    reconnectNow: () => { socket.reconnectNow(); },
    dispose() {
      disposed = true;
      stopStoring();
      socket.close();
    },
  };
}

/** Writes the outbox whenever it changed. */
function storeOutbox(store: Store<DeskState, DeskAction>, stored: StoredOutbox): () => void {
  let written = store.getState().outbox;
  return () => {
    const { outbox } = store.getState();
    if (outbox !== written) stored.write(outbox);
    written = outbox;
  };
}
