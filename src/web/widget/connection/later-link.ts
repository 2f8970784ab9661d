import type { Network } from '../../shared/network.ts';
import { reconnectDelay } from '../../shared/reconnect-policy.ts';
import type { Link } from './link.ts';

/** A link whose code is fetched first, for as long as that takes. Nothing is lost meanwhile: it takes nothing. */
export function createLaterLink(load: () => Promise<() => Link>, network: Pick<Network, 'after' | 'random'>): Link {
  let link: Link | undefined;
  let stopped = false;
  attempt(1);

  function attempt(number: number): void {
    load().then((open) => { if (!stopped) link = open(); }, () => {
      if (!stopped) network.after(reconnectDelay(number + 2, network.random()), () => { attempt(number + 1); });
    });
  }

  return {
    send: (entry) => link?.send(entry) ?? false,
    typing(conversationId) { link?.typing(conversationId); },
    read: (conversationId, seq) => link?.read(conversationId, seq) ?? false,
    restart() { link?.restart(); },
    stop() {
      stopped = true;
      link?.stop();
    },
  };
}
