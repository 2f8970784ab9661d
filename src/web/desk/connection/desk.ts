import type { PresenceStatus } from '../../../domain/presence.ts';
import type { DeskClientFrame, DeskServerFrame } from '../../../protocol/desk.ts';
import type { ReconnectingSocket, ReconnectingSocketOptions } from '../../shared/reconnecting-socket.ts';
import { initialDeskState, reduceDesk, type DeskAction, type DeskState } from '../state/desk-state.ts';
import type { Me } from '../state/model.ts';
import { createCommands, type Commands } from './commands.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import type { DeskApi } from './desk-api.ts';
import { createFollowing, type Following } from './following.ts';
import { createLoader, isUnauthenticated, type Loader } from './loader.ts';
import { receiveFrame } from './receive-frame.ts';
import { createStore, type Store } from './store.ts';
import type { StoredOutbox } from './stored-outbox.ts';

/** Close codes after which connecting again is pointless: not signed in, or not allowed. */
const FINAL_CLOSE_CODES = [4001, 4003];
/** An agent who keeps typing is told about this often, ms. */
const TYPING_EVERY_MS = 3_000;

/** The desk's connection to the server and everything it knows, for one signed-in agent. */
export interface Desk extends Pick<Store<DeskState, DeskAction>, 'getState' | 'subscribe'>,
  Pick<Deliveries, 'send' | 'retry' | 'discard'>, Pick<Loader, 'refresh' | 'loadView' | 'loadMore'>, Pick<Following, 'open' | 'setVisible' | 'noteRead'> {
  readonly command: Commands['run'];
  readonly claimNext: Commands['claimNext'];
  readonly wasAsked: Commands['wasAsked'];
  /** False without a connection. */
  setPresence(status: PresenceStatus): boolean;
  noteTyping(conversationId: string): void;
  /** Something is being written that only colleagues may know of, as a note or a reply of who has not claimed yet. */
  noteWriting(conversationId: string): void;
  /** Reads the lists again after that failed. */
  reload(): void;
  reconnectNow(): void;
  dispose(): void;
}

export interface DeskOptions {
  readonly me: Me;
  readonly api: Pick<DeskApi, 'getMe' | 'listAgents' | 'listConversations' | 'countViews' | 'getConversation'>;
  readonly connect: (options: Pick<ReconnectingSocketOptions, 'onFrame' | 'onStatus' | 'shouldReconnect'>) => ReconnectingSocket;
  readonly storedOutbox: StoredOutbox;
  readonly now: () => number;
  readonly newId: () => string;
  /** The session ended: sign in again. */
  readonly onSignedOut: () => void;
}

export function createDesk({ me, api, connect, storedOutbox, now, newId, onSignedOut }: DeskOptions): Desk {
  const store = createStore(initialDeskState(me, storedOutbox.read()), reduceDesk);
  const { getState, subscribe, dispatch } = store;
  const loader = createLoader({ store, api, onSignedOut });
  const commands = createCommands({ transmit, newId, now });
  const deliveries = createDeliveries({ store, storedOutbox, transmit, now, newId });
  const following = createFollowing({ store, loader, transmit });
  let disposed = false;
  const socket = connect({
    onFrame(frame) {
      receiveFrame(frame as DeskServerFrame, {
        me, now, dispatch,
        onWelcome: renewed,
        onConfiguration() {
          dispatch({ type: 'configuration.changed' });
          void loader.loadColleagues();
        },
        settle(id, outcome) {
          commands.settle(id, outcome);
          deliveries.settle(id, outcome);
        },
      });
    },
    onStatus(status, failures) {
      if (disposed) return;
      if (status === 'closed') onSignedOut();
      else if (status === 'waiting') lost(failures);
    },
    shouldReconnect: (code) => !FINAL_CLOSE_CODES.includes(code),
  });

  // What is most urgent is there when the connection is.
  void loader.loadHead();

  function transmit(frame: DeskClientFrame): boolean {
    const isAnswered = frame.type === 'command' || frame.type === 'claim-next';
    return getState().link === 'online' && socket.send(frame, isAnswered ? 'expected' : 'none');
  }

  function renewed(): void {
    dispatch({ type: 'link.renewed' });
    deliveries.resend();
    following.resume();
    void loader.loadViews();
  }

  function lost(failures: number): void {
    dispatch({ type: 'link.changed', link: 'offline' });
    commands.abandon();
    // A refused handshake looks like any other failure; only a request can tell that the session is over.
    if (failures > 0) api.getMe().catch((error: unknown) => { if (isUnauthenticated(error)) onSignedOut(); });
  }

  return {
    getState, subscribe,
    ...joinParts({ following, deliveries, commands, loader }),
    ...createSignals(transmit, now),
    reload: () => { void loader.loadViews(); },
    reconnectNow: () => { socket.reconnectNow(); },
    dispose() {
      disposed = true;
      deliveries.stop();
      loader.stop();
      socket.close();
    },
  };
}

/** What the parts do as the desk calls it. */
function joinParts({ following, deliveries, commands, loader }: { following: Following; deliveries: Deliveries; commands: Commands; loader: Loader }) {
  return {
    open: following.open,
    setVisible: following.setVisible,
    noteRead: following.noteRead,
    send: deliveries.send,
    retry: deliveries.retry,
    discard: deliveries.discard,
    command: commands.run,
    claimNext: commands.claimNext,
    wasAsked: commands.wasAsked,
    refresh: loader.refresh,
    loadView: loader.loadView,
    loadMore: loader.loadMore,
  };
}

/** What is told and needs no answer. */
function createSignals(transmit: (frame: DeskClientFrame) => boolean, now: () => number): Pick<Desk, 'setPresence' | 'noteTyping' | 'noteWriting'> {
  return {
    setPresence: (status) => transmit({ type: 'presence', status }),
    noteTyping: createTyping(transmit, now, 'contact'),
    noteWriting: createTyping(transmit, now, 'colleagues'),
  };
}

/** Tells about typing now and then, not with every key. */
function createTyping(transmit: (frame: DeskClientFrame) => boolean, now: () => number, to: 'contact' | 'colleagues'): (conversationId: string) => void {
  let last = { conversationId: '', at: 0 };
  return (conversationId) => {
    if (last.conversationId === conversationId && now() - last.at < TYPING_EVERY_MS) return;
    if (transmit({ type: 'typing', conversationId, to })) last = { conversationId, at: now() };
  };
}
