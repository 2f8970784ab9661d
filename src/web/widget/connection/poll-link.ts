import { browserNetwork, type Network } from '../../shared/network.ts';
import { reconnectDelay } from '../../shared/reconnect-policy.ts';
import type { OutboxEntry } from '../conversation/outbox.ts';
import { ApiError } from './api-error.ts';
import type { ContactApi } from './contact-api.ts';
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
  const pause = createPause(network, stopped.signal);
  const session: Session = { api, position, listener, signal: stopped.signal, token: null, leave: () => {} };
  let sending: Promise<void> = Promise.resolve();
  void run();

  async function run(): Promise<void> {
    for (let failures = 0; !stopped.signal.aborted;) {
      try {
        await meet(session);
        failures = 0;
        for (;;) {
          if (position().conversationId === null) {
            await pause.wait(LOOK_AGAIN_MS);
            if (position().conversationId === null) await meet(session);
          } else {
            await pollOnce(session);
          }
          if (stopped.signal.aborted) return;
        }
      } catch (error) {
        if (stopped.signal.aborted) return;
        if (isUnauthenticated(error)) session.token = null;
        else listener.onStatus('offline');
        failures += 1;
        await pause.wait((secondsSaid(error) ?? 0) * 1000 || reconnectDelay(failures, network.random()));
      }
    }
  }

  return {
    send(entry) {
      const { token } = session;
      if (token === null) return false;
      sending = sending.then(() => post(session, entry, token)).then(pause.wake);
      return true;
    },
    // Typing is a nicety that is not worth a request a word.
    typing() {},
    read(conversationId, seq) {
      const { token } = session;
      if (token === null) return false;
      // A mark that was lost is made up for by the next.
      api.noteRead(token, conversationId, seq).catch(() => undefined);
      return true;
    },
    restart() {
      session.token = null;
      pause.wake();
    },
    stop() { stopped.abort(); },
  };
}

interface Session extends Required<Pick<PollLinkOptions, 'api' | 'position' | 'listener'>> {
  readonly signal: AbortSignal;
  token: string | null;
  /** Lets go of a request that is held for another conversation than this. */
  leave: (to: string | null) => void;
}

/** What `hello` and `welcome` are over the socket. */
async function meet(session: Session): Promise<void> {
  const { api, position, listener, signal } = session;
  const token = session.token ?? position().token ?? await api.startSession();
  const [known, conversation] = await api.conversation(token, signal).then(
    (found) => [token, found] as const,
    async (error: unknown) => {
      if (!isUnauthenticated(error)) throw error;
      const fresh = await api.startSession();
      return [fresh, await api.conversation(fresh, signal)] as const;
    },
  );
  if (signal.aborted) return;
  session.token = known;
  listener.onWelcome(known, conversation);
  // A new identity may have made another link take this one's place.
  if (!signal.aborted) listener.onStatus('online');
}

async function pollOnce(session: Session): Promise<void> {
  const { api, position, listener, signal, token } = session;
  const { conversationId, cursor } = position();
  if (conversationId === null) return;
  const held = new AbortController();
  session.leave = (to) => { if (to !== conversationId) held.abort(); };
  const { events, conversation } = await api.events(token ?? '', conversationId, cursor, AbortSignal.any([signal, held.signal]))
    .catch((error: unknown) => { if (held.signal.aborted) return { events: [], conversation: undefined }; throw error; });
  if (signal.aborted || !conversation) return;
  listener.onEvents(conversationId, events);
  listener.onPlace(conversationId, conversation.place, conversation.waitMinutes, conversation.staffed);
  listener.onRead(conversationId, conversation.readSeq);
  listener.onStatus('online');
}

async function post(session: Session, entry: OutboxEntry, token: string): Promise<void> {
  const { api, listener, signal } = session;
  try {
    const { conversationId } = await api.send(token, entry);
    if (signal.aborted) return;
    listener.onAcknowledged(entry.id, conversationId);
    session.leave(conversationId);
  } catch (error) {
    const later = !(error instanceof ApiError) || isWorthRetrying(error.code) || isUnauthenticated(error);
    if (!signal.aborted) listener.onRefused(entry.id, { later, retryAfter: secondsSaid(error) });
  }
}

function secondsSaid(error: unknown): number | undefined {
  return error instanceof ApiError ? error.retryAfter : undefined;
}

function isUnauthenticated(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** A wait that can be cut short. */
function createPause(network: Network, signal: AbortSignal): { wait(ms: number): Promise<void>; wake: () => void } {
  let wake = (): void => {};
  signal.addEventListener('abort', () => { wake(); });
  return {
    wait: (ms) => new Promise((resolve) => {
      const cancel = network.after(ms, resolve);
      wake = () => { cancel(); resolve(); };
    }),
    wake: () => { wake(); },
  };
}
