import { browserNetwork, type Network } from '../../shared/network.ts';
import { reconnectDelay } from '../../shared/reconnect-policy.ts';
import type { OutboxEntry } from '../conversation/outbox.ts';
import { ApiError, type ContactApi } from './contact-api.ts';
import { isWorthRetrying, type Link, type LinkListener, type Position } from './link.ts';

export interface PollLinkOptions {
  readonly api: ContactApi;
  readonly position: () => Position;
  readonly listener: LinkListener;
  readonly network?: Network;
}

/** While there is no conversation there is nothing to hold a request for; another tab may begin one. */
const LOOK_AGAIN_MS = 10_000;

/** The conversation over HTTP, for networks where sockets are blocked: long-poll down, POST up. */
export function createPollLink({ api, position, listener, network = browserNetwork }: PollLinkOptions): Link {
  const stopped = new AbortController();
  const { signal } = stopped;
  let token: string | null = null;
  let wake = (): void => {};
  let sending: Promise<void> = Promise.resolve();
  void run();

  async function run(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await meet();
        failures = 0;
        while (!signal.aborted) await pollOnce();
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ApiError && error.status === 401) token = null;
        else listener.onStatus('offline');
        failures += 1;
        await pause(reconnectDelay(failures, network.random()));
      }
    }
  }

  /** What `hello` and `welcome` are over the socket. */
  async function meet(): Promise<void> {
    const known = token ?? position().token;
    token = known ?? await api.startSession();
    const conversation = await api.conversation(token, signal).catch(async (error: unknown) => {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      token = await api.startSession();
      return api.conversation(token, signal);
    });
    if (signal.aborted) return;
    listener.onWelcome(token, conversation);
    listener.onStatus('online');
  }

  async function pollOnce(): Promise<void> {
    const { conversationId, cursor } = position();
    if (conversationId === null) {
      await pause(LOOK_AGAIN_MS);
      if (position().conversationId === null) await meet();
      return;
    }
    const { events, conversation } = await api.events(token ?? '', conversationId, cursor, signal);
    if (signal.aborted) return;
    listener.onEvents(conversationId, events);
    listener.onPlace(conversationId, conversation.place);
    listener.onStatus('online');
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = network.after(ms, resolve);
      wake = () => { cancel(); resolve(); };
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  async function post(entry: OutboxEntry, as: string): Promise<void> {
    try {
      const { conversationId } = await api.send(as, entry);
      if (signal.aborted) return;
      listener.onAcknowledged(entry.id, conversationId);
      wake();
    } catch (error) {
      if (signal.aborted) return;
      const later = !(error instanceof ApiError) || isWorthRetrying(error.code) || error.status === 401;
      listener.onRefused(entry.id, { later });
    }
  }

  return {
    send(entry) {
      const as = token;
      if (as === null) return false;
      sending = sending.then(() => post(entry, as));
      return true;
    },
    // Typing is a nicety that is not worth a request a word.
    typing() {},
    restart() {
      token = null;
      wake();
    },
    stop() { stopped.abort(); },
  };
}
