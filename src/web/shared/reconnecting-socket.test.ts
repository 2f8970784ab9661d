import { describe, expect, it } from '@jest/globals';
import { createReconnectingSocket, type ReconnectingSocketOptions, type SocketStatus } from './reconnecting-socket.ts';
import { createSimulatedNetwork } from '../../../test/fakes/simulated-network.ts';

function start(options: Partial<ReconnectingSocketOptions> = {}) {
  const network = createSimulatedNetwork();
  const frames: unknown[] = [];
  const statuses: [SocketStatus, number][] = [];
  const socket = createReconnectingSocket({
    url: 'ws://desk.example/ws/contact', network,
    onConnect: (send) => { send({ type: 'hello' }); },
    onFrame: (frame) => { frames.push(frame); },
    onStatus: (status, failures) => { statuses.push([status, failures]); },
    ...options,
  });
  return { network, socket, frames, statuses };
}

describe('createReconnectingSocket', () => {
  it('says hello when connected and is open when the server has spoken', () => {
    const { network, statuses, frames } = start();
    network.latest().open();
    expect(network.latest().sent).toEqual([{ type: 'hello' }]);
    expect(statuses).toEqual([['connecting', 0]]);
    network.latest().say({ type: 'welcome' });
    expect(statuses.at(-1)).toEqual(['open', 0]);
    expect(frames).toEqual([{ type: 'welcome' }]);
  });

  it('comes back after a loss, says hello again, and waits longer with every failure', () => {
    const { network, statuses } = start();
    network.latest().open();
    network.latest().say({ type: 'welcome' });
    network.latest().lose();
    expect(statuses.at(-1)).toEqual(['waiting', 1]);
    network.advance(249);
    expect(network.sockets).toHaveLength(1);
    network.advance(1);
    expect(network.sockets).toHaveLength(2);
    network.latest().lose();
    network.advance(499);
    expect(network.sockets).toHaveLength(2);
    network.advance(1);
    network.latest().open();
    expect(network.latest().sent).toEqual([{ type: 'hello' }]);
  });

  it('keeps backing off where connections open and die without a word', () => {
    const { network, statuses } = start();
    for (let i = 0; i < 4; i += 1) {
      network.latest().open();
      network.latest().lose();
      network.advance(3_000);
    }
    expect(statuses.filter(([status]) => status === 'waiting').map(([, failures]) => failures)).toEqual([1, 2, 3, 4]);
  });

  it('pings a silent server and drops it when it stays silent', () => {
    const { network, statuses } = start();
    network.latest().open();
    network.latest().say({ type: 'welcome' });
    network.advance(25_000);
    expect(network.latest().sent.at(-1)).toEqual({ type: 'ping' });
    network.latest().say({ type: 'pong' });
    network.advance(25_000);
    network.advance(10_000);
    expect(statuses.at(-1)).toEqual(['waiting', 1]);
  });

  it('does not take the silence after a frame without an answer for death', () => {
    const { network, socket, statuses } = start();
    network.latest().open();
    network.latest().say({ type: 'welcome' });
    socket.send({ type: 'typing' }, 'none');
    network.advance(12_000);
    expect(statuses.at(-1)?.[0]).toBe('open');
  });

  it('does not hand a pong on', () => {
    const { network, frames } = start();
    network.latest().open();
    network.latest().say({ type: 'pong' });
    network.latest().say('not json');
    network.latest().say('null');
    expect(frames).toEqual([]);
  });

  it('gives up on a handshake that hangs', () => {
    const { network, statuses } = start();
    network.advance(10_000);
    expect(statuses.at(-1)).toEqual(['waiting', 1]);
  });

  it('refuses to send without a connection', () => {
    const { network, socket } = start();
    expect(socket.send({ type: 'ping' })).toBe(false);
    network.latest().open();
    expect(socket.send({ type: 'ping' })).toBe(true);
    network.latest().lose();
    expect(socket.send({ type: 'ping' })).toBe(false);
  });

  it('tries at once when the network returns, and lets go at once when it leaves', () => {
    const { network, statuses } = start();
    network.latest().open();
    network.latest().say({ type: 'welcome' });
    network.setOnline(false);
    expect(statuses.at(-1)).toEqual(['waiting', 1]);
    network.setOnline(true);
    expect(network.sockets).toHaveLength(2);
    network.advance(5_000);
    expect(network.sockets).toHaveLength(2);
  });

  it('hears nothing more from a connection that it has replaced', () => {
    const { network, socket, frames } = start();
    const [first] = network.sockets;
    first?.open();
    socket.restart();
    first?.say({ type: 'late' });
    first?.lose();
    expect(frames).toEqual([]);
    expect(network.sockets).toHaveLength(2);
    network.latest().open();
    expect(network.latest().sent).toEqual([{ type: 'hello' }]);
  });

  it('stops for a code after which trying again is pointless', () => {
    const { network, statuses } = start({ shouldReconnect: (code) => code !== 4001 });
    network.latest().open();
    network.latest().lose(4001);
    network.advance(60_000);
    network.setOnline(true);
    expect(statuses.at(-1)?.[0]).toBe('closed');
    expect(network.sockets).toHaveLength(1);
  });

  it('is quiet once closed', () => {
    const { network, socket } = start();
    network.latest().open();
    socket.close();
    network.latest().lose();
    network.setOnline(true);
    network.advance(120_000);
    expect(network.sockets).toHaveLength(1);
  });
});
