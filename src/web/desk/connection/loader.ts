import type { ConversationEvent } from '../../../domain/events.ts';
import { cursorOf, EMPTY_LOG } from '../state/conversation-log.ts';
import type { DeskAction, DeskState } from '../state/desk-state.ts';
import type { View } from '../state/views.ts';
import type { DeskApi } from './desk-api.ts';
import { RequestError } from '../../staff/connection/request.ts';
import type { Store } from './store.ts';

/** Rows of a first page: some screens full. */
const FIRST_PAGE = 100;
/** Rows of any other page: who scrolls on waits seldom, and who jumps to the end asks for as many as the server gives. */
const NEXT_PAGE = 200;
const MOST_ROWS = 1_000;
/** Counts are asked for again this long after the last time, however fast the lists change. */
const COUNT_EVERY_MS = 3_000;

/** Lists that could not be read are asked for again after this. */
const RETRY_MS = 3_000;

type Paged = 'queue' | 'open' | 'resolved';

/** Reads over HTTP what the socket does not tell: lists after every connection and as they are scrolled, single conversations on demand. */
export interface Loader {
  /** The lists as they are now, each as far as it was read before. */
  loadViews(): Promise<void>;
  /** The head of the queue, before there is a connection. */
  loadHead(): Promise<void>;
  /** Reads a view that was not read yet. */
  loadView(view: View): Promise<void>;
  /** Reads on until the row with this index is there, or the end. */
  loadMore(view: View, index: number): Promise<void>;
  refresh(conversationId: string): Promise<void>;
  /** Reads anew who works here. */
  loadColleagues(): Promise<void>;
  stop(): void;
}

interface LoaderOptions {
  readonly store: Pick<Store<DeskState, DeskAction>, 'getState' | 'dispatch' | 'subscribe'>;
  readonly api: Pick<DeskApi, 'listAgents' | 'listConversations' | 'countViews' | 'getConversation'>;
  readonly onSignedOut: () => void;
}

export function createLoader({ store, api, onSignedOut }: LoaderOptions): Loader {
  const pages = createPages(store, api);
  const counting = startCounting(store, api);
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isUnauthenticated(error)) onSignedOut();
      else store.dispatch({ type: 'views.failed' });
    }
  }

  async function loadColleagues(): Promise<void> {
    const { agents } = await api.listAgents();
    store.dispatch({ type: 'colleagues.loaded', colleagues: agents });
  }

  async function refresh(conversationId: string): Promise<void> {
    const log = store.getState().logs.get(conversationId) ?? EMPTY_LOG;
    try {
      const { conversation, events, read } = await api.getConversation(conversationId, cursorOf(log));
      store.dispatch({ type: 'conversations.arrived', conversations: [conversation] });
      store.dispatch({ type: 'events.arrived', conversationId, events: events as ConversationEvent[] });
      store.dispatch({ type: 'read.told', conversationId, marks: read, at: null });
    } catch (error) {
      if (!(error instanceof RequestError) || !['not-found', 'invalid-input', 'forbidden'].includes(error.code)) return;
      store.dispatch({ type: 'conversation.missing', conversationId });
    }
  }

  async function loadViews(): Promise<void> {
    clearTimeout(retry);
    await attempt(async () => {
      const { lists, openId } = store.getState();
      const wanted: View[] = ['queue', 'mine', 'calls', ...(['open', 'resolved'] as const).filter((view) => lists[view])];
      await Promise.all([...wanted.map(pages.loadFirst), counting.countNow(), loadColleagues()]);
      store.dispatch({ type: 'views.confirmed' });
      if (openId !== null && !store.getState().conversations.has(openId)) await refresh(openId);
    });
    const { loadFailed, link } = store.getState();
    // Rows from before may be on the screen, where nobody sees that they are old.
    if (loadFailed && link === 'online') retry = setTimeout(() => { void loadViews(); }, RETRY_MS);
  }

  return {
    refresh,
    loadViews,
    loadColleagues: () => loadColleagues().catch((error: unknown) => { if (isUnauthenticated(error)) onSignedOut(); }),
    loadHead: () => pages.loadFirst('queue').catch(() => undefined),
    loadView: (view) => attempt(async () => { if (store.getState().lists[view] === undefined) await pages.loadFirst(view); }),
    loadMore: (view, index) => attempt(() => pages.loadMore(view, index)),

    stop(): void {
      clearTimeout(retry);
      counting.stop();
    },
  };
}

/** Lists page by page; one page of a view at a time. */
function createPages({ getState, dispatch }: LoaderOptions['store'], api: LoaderOptions['api']) {
  const running = new Map<Paged, Promise<void>>();

  /** Where it was read far before, as many rows come at once. */
  async function loadFirst(view: View): Promise<void> {
    if (view === 'mine' || view === 'snoozed') {
      const page = await api.listConversations({ view: 'mine' });
      dispatch({ type: 'view.loaded', view: 'mine', page });
      dispatch({ type: 'view.loaded', view: 'snoozed', page });
    } else {
      const limit = Math.min(MOST_ROWS, Math.max(FIRST_PAGE, getState().lists[view]?.ids.length ?? 0));
      dispatch({ type: 'view.loaded', view, page: await api.listConversations({ view, limit }) });
    }
  }

  async function readOn(view: Paged, index: number): Promise<void> {
    for (;;) {
      const list = getState().lists[view];
      if (!list || list.next === null || list.ids.length > index) return;
      const limit = Math.min(MOST_ROWS, Math.max(NEXT_PAGE, index + 1 - list.ids.length));
      const page = await api.listConversations({ view, limit, after: list.next });
      // Read anew meanwhile, as after a lost connection: this page does not follow on that.
      if (getState().lists[view]?.next !== list.next) continue;
      dispatch({ type: 'view.loaded', view, page });
    }
  }

  return {
    loadFirst,
    async loadMore(view: View, index: number): Promise<void> {
      if (view !== 'queue' && view !== 'open' && view !== 'resolved') return;
      while (running.has(view)) await running.get(view);
      const reading = readOn(view, index).finally(() => { running.delete(view); });
      running.set(view, reading);
      await reading;
    },
  };
}

/** Asks for the counts when they no longer hold, but seldom. */
function startCounting({ getState, dispatch, subscribe }: LoaderOptions['store'], api: LoaderOptions['api']) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function countNow(): Promise<void> {
    dispatch({ type: 'totals.told', totals: await api.countViews() });
  }

  const unsubscribe = subscribe(() => {
    if (getState().totalsHold || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      // Asked for again with the next change where the server does not answer.
      countNow().catch(() => undefined);
    }, COUNT_EVERY_MS);
  });

  return {
    countNow,
    stop(): void {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'unauthenticated';
}
