import type { Link, LinkListener, LinkStatus, Position } from './link.ts';
import type { PollLinkOptions } from './poll-link.ts';
import { createSocketLink, type SocketLinkOptions } from './socket-link.ts';

/** Attempts at a socket that fail in a row before HTTP is tried beside them. */
const FAILURES_BEFORE_POLLING = 3;

export interface ContactLinkOptions {
  readonly socketUrl: string;
  readonly position: () => Position;
  readonly listener: LinkListener;
  readonly openSocketLink?: (options: SocketLinkOptions) => Link;
  /** Polling comes in a script of its own: most never need it. */
  readonly openPollLink: (options: Pick<PollLinkOptions, 'position' | 'listener'>) => Link;
}

/**
 * The contact's connection: a socket, and long-polling while no socket can be had. The socket keeps
 * trying with its own backoff; the moment it stands, polling ends. Nobody above notices which it is.
 */
export function createContactLink({ socketUrl, position, listener, openSocketLink = createSocketLink, openPollLink }: ContactLinkOptions): Link {
  let polling: Link | undefined;
  let status: LinkStatus | undefined;

  const socket = openSocketLink({
    url: socketUrl,
    position,
    listener,
    onSocketStatus(socketStatus, failures) {
      if (socketStatus === 'open') {
        // What polling had under way is not answered any more: a moment of `connecting` has it sent again.
        if (polling) report('connecting');
        stopPolling();
        report('online');
      } else if (!polling) {
        report(failures > 0 ? 'offline' : 'connecting');
        if (failures >= FAILURES_BEFORE_POLLING) polling = openPollLink({ position, listener: { ...listener, onStatus: report } });
      }
    },
  });

  function stopPolling(): void {
    polling?.stop();
    polling = undefined;
  }

  /** Each change once: what the listener does on `online` (send everything again) is not done twice. */
  function report(next: LinkStatus): void {
    if (next === status) return;
    status = next;
    listener.onStatus(next);
  }

  return {
    send: (entry) => (polling ?? socket).send(entry),
    typing(conversationId) { (polling ?? socket).typing(conversationId); },
    read: (conversationId, seq) => (polling ?? socket).read(conversationId, seq),
    restart() {
      stopPolling();
      socket.restart();
    },
    stop() {
      stopPolling();
      socket.stop();
    },
  };
}
