import { describe, expect, it } from '@jest/globals';
import { createContactLink } from './contact-link.ts';
import type { Link, LinkListener, LinkStatus } from './link.ts';
import type { PollLinkOptions } from './poll-link.ts';
import type { SocketLinkOptions } from './socket-link.ts';

function start() {
  const statuses: LinkStatus[] = [];
  const calls: string[] = [];
  let socket: SocketLinkOptions | undefined;
  let poll: Pick<PollLinkOptions, 'listener'> | undefined;
  const recording = (name: string): Link => ({
    send: () => { calls.push(`${name} send`); return true; },
    typing: () => { calls.push(`${name} typing`); },
    read: () => { calls.push(`${name} read`); return true; },
    restart: () => { calls.push(`${name} restart`); },
    stop: () => { calls.push(`${name} stop`); },
  });
  const link = createContactLink({
    socketUrl: 'ws://desk.example/ws/contact',
    position: () => ({ token: null, conversationId: null, cursor: 0 }),
    listener: { onStatus: (status) => { statuses.push(status); } } as LinkListener,
    openSocketLink: (options) => { socket = options; return recording('socket'); },
    openPollLink: (options) => { poll = options; return recording('poll'); },
  });
  return { link, statuses, calls, socketSays: (...args: Parameters<SocketLinkOptions['onSocketStatus']>) => { socket?.onSocketStatus(...args); }, poll: () => poll };
}

const entry = { id: 'm1', at: 1, conversationId: null, body: { type: 'message', text: 'x' }, state: 'waiting', attempts: 0 } as const;

describe('createContactLink', () => {
  it('uses the socket while there is one', () => {
    const { link, statuses, calls, socketSays } = start();
    socketSays('connecting', 0);
    socketSays('open', 0);
    link.send(entry);
    expect(statuses).toEqual(['connecting', 'online']);
    expect(calls).toEqual(['socket send']);
  });

  it('is offline after a loss, and polls after three failures', () => {
    const { link, statuses, calls, socketSays, poll } = start();
    socketSays('open', 0);
    socketSays('waiting', 1);
    socketSays('connecting', 1);
    socketSays('waiting', 2);
    expect([statuses.at(-1), poll()]).toEqual(['offline', undefined]);
    socketSays('waiting', 3);
    poll()?.listener.onStatus('online');
    link.send(entry);
    expect(statuses).toEqual(['online', 'offline', 'online']);
    expect(calls).toEqual(['poll send']);
  });

  it('goes on polling while the socket keeps failing, and tells nobody', () => {
    const { statuses, socketSays, poll } = start();
    socketSays('waiting', 3);
    poll()?.listener.onStatus('online');
    socketSays('connecting', 3);
    socketSays('waiting', 4);
    expect(statuses).toEqual(['offline', 'online']);
  });

  it('returns to the socket the moment it stands, so that what polling had under way is sent again', () => {
    const { link, statuses, calls, socketSays, poll } = start();
    socketSays('waiting', 3);
    poll()?.listener.onStatus('online');
    socketSays('open', 0);
    link.send(entry);
    expect(statuses).toEqual(['offline', 'online', 'connecting', 'online']);
    expect(calls).toEqual(['poll stop', 'socket send']);
  });

  it('stops both', () => {
    const { link, calls, socketSays } = start();
    socketSays('waiting', 3);
    link.stop();
    expect(calls).toEqual(['poll stop', 'socket stop']);
  });
});
