import { describe, expect, it } from '@jest/globals';
import { initialDeskState, reduceDesk } from '../state/desk-state.ts';
import { aConversation, aMe } from '../state/testing.ts';
import type { DeskApi } from './desk-api.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { createLoader } from './loader.ts';
import { createStore } from './store.ts';

type Query = Parameters<DeskApi['listConversations']>[0];

/** A server with so many in the queue, whose cursors are places in line. */
function setUp(waiting: number, overrides: Partial<Pick<DeskApi, 'listConversations' | 'countViews'>> = {}) {
  const queue = Array.from({ length: waiting }, (_, index) => aConversation({ id: `q${String(index).padStart(5, '0')}`, queuedAt: index }));
  const asked: Query[] = [];
  const signedOut: true[] = [];
  const store = createStore(initialDeskState(aMe(), []), reduceDesk);
  const loader = createLoader({
    store,
    onSignedOut: () => { signedOut.push(true); },
    api: {
      listAgents: () => Promise.resolve({ agents: [] }),
      countViews: () => Promise.resolve({ queue: waiting, critical: 0, open: waiting }),
      getConversation: () => Promise.reject(new RequestError('not-found', 'none')),
      listConversations(query) {
        asked.push(query);
        if (query.view !== 'queue') return Promise.resolve({ conversations: [], next: null });
        const [start, limit] = [Number(query.after ?? 0), query.limit ?? 200];
        return Promise.resolve({ conversations: queue.slice(start, start + limit), next: start + limit < waiting ? String(start + limit) : null });
      },
      ...overrides,
    },
  });
  return { loader, store, asked, signedOut, ids: () => store.getState().lists.queue?.ids ?? [] };
}

describe('loader', () => {
  it('reads the first page of the queue, what is mine and what calls, and nothing that nobody looks at', async () => {
    const { loader, store, asked, ids } = setUp(3_000);
    await loader.loadViews();
    expect(asked.map(({ view }) => view).sort()).toEqual(['calls', 'mine', 'queue']);
    expect(ids()).toHaveLength(100);
    expect(store.getState().totals?.queue).toBe(3_000);
    expect(Object.keys(store.getState().lists).sort()).toEqual(['calls', 'mine', 'queue', 'snoozed']);
  });

  it('reads on until the row is there, in order, and with few requests to the end', async () => {
    const { loader, asked, ids } = setUp(3_000);
    await loader.loadViews();
    await Promise.all([loader.loadMore('queue', 150), loader.loadMore('queue', 250)]);
    expect(ids()).toHaveLength(300);
    await loader.loadMore('queue', Infinity);
    expect(ids()).toHaveLength(3_000);
    expect([...ids()].sort()).toEqual(ids());
    expect(asked.filter(({ view }) => view === 'queue').length).toBeLessThan(8);
  });

  it('reads a view when it is first looked at, once', async () => {
    const { loader, asked } = setUp(1);
    await loader.loadView('resolved');
    await loader.loadView('resolved');
    expect(asked).toEqual([{ view: 'resolved', limit: 100 }]);
  });

  it('reads anew after a lost connection as many as there were', async () => {
    const { loader, store, asked, ids } = setUp(3_000);
    await loader.loadViews();
    await loader.loadMore('queue', 500);
    const before = ids().length;
    store.dispatch({ type: 'link.renewed' });
    await loader.loadViews();
    expect(ids()).toHaveLength(before);
    expect(asked.at(-3)).toEqual({ view: 'queue', limit: before });
  });

  it('says where it could not read, and goes back to signing in where the session is over', async () => {
    const down = setUp(1, { listConversations: () => Promise.reject(new RequestError('unavailable', 'down')) });
    await down.loader.loadViews();
    expect(down.store.getState().loadFailed).toBe(true);
    const over = setUp(1, { listConversations: () => Promise.reject(new RequestError('unauthenticated', 'no')) });
    await over.loader.loadViews();
    expect(over.signedOut).toHaveLength(1);
  });
});
