import type { ConversationEvent } from '../../../domain/events.ts';
import { cursorOf, EMPTY_LOG } from '../state/conversation-log.ts';
import type { DeskAction, DeskState } from '../state/desk-state.ts';
import { VIEWS, type View } from '../state/views.ts';
import { RequestError, type DeskApi } from './desk-api.ts';
import type { Store } from './store.ts';

/** How many conversations a view asks for. Who waits is never cut in practice; history is. */
const LIMITS: Readonly<Record<View, number>> = { queue: 10_000, mine: 10_000, open: 2_000, resolved: 300 };

/** The first screen of the queue, so that it is there before thousands of rows are. */
const FIRST_SCREEN = 50;

/** Reads over HTTP what the socket does not tell: whole lists after every connection, single conversations on demand. */
export interface Loader {
  loadViews(): Promise<void>;
  refresh(conversationId: string): Promise<void>;
}

export function createLoader({ store, api, onSignedOut }: {
  store: Pick<Store<DeskState, DeskAction>, 'getState' | 'dispatch'>;
  api: Pick<DeskApi, 'listAgents' | 'listConversations' | 'getConversation'>;
  onSignedOut: () => void;
}): Loader {
  async function loadFirstScreen(): Promise<void> {
    const { conversations } = await api.listConversations('queue', FIRST_SCREEN);
    store.dispatch({ type: 'conversations.arrived', conversations });
  }

  async function loadView(view: View): Promise<void> {
    const { conversations } = await api.listConversations(view, LIMITS[view]);
    store.dispatch({ type: 'view.loaded', view, conversations, cut: conversations.length >= LIMITS[view] });
  }

  async function loadColleagues(): Promise<void> {
    const { agents } = await api.listAgents();
    store.dispatch({ type: 'colleagues.loaded', colleagues: agents });
  }

  return {
    async loadViews() {
      try {
        if (store.getState().loaded.queue === undefined) await loadFirstScreen();
        await Promise.all([...VIEWS.map(loadView), loadColleagues()]);
        store.dispatch({ type: 'views.confirmed' });
      } catch (error) {
        if (isUnauthenticated(error)) onSignedOut();
        else store.dispatch({ type: 'views.failed' });
      }
    },

    async refresh(conversationId) {
      const log = store.getState().logs.get(conversationId) ?? EMPTY_LOG;
      try {
        const { conversation, events } = await api.getConversation(conversationId, cursorOf(log));
        store.dispatch({ type: 'conversations.arrived', conversations: [conversation] });
        store.dispatch({ type: 'events.arrived', conversationId, events: events as ConversationEvent[] });
      } catch (error) {
        if (!(error instanceof RequestError) || !['not-found', 'invalid-input', 'forbidden'].includes(error.code)) return;
        store.dispatch({ type: 'conversation.missing', conversationId });
      }
    },
  };
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'unauthenticated';
}
