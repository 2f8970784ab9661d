import { describe, expect, it } from '@jest/globals';
import { createSimulatedNetwork } from '../../../../test/fakes/simulated-network.ts';
import { createLaterLink } from './later-link.ts';
import type { Link } from './link.ts';

const entry = { id: 'm1', at: 1, conversationId: null, body: { type: 'message', text: 'x' }, state: 'waiting', attempts: 0 } as const;
const settle = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

function recordingLink() {
  const calls: string[] = [];
  const link: Link = {
    send: () => { calls.push('send'); return true; },
    read: () => { calls.push('read'); return true; },
    typing() { calls.push('typing'); }, restart() { calls.push('restart'); }, stop() { calls.push('stop'); },
  };
  return { calls, link };
}

describe('a link whose code comes later', () => {
  it('takes nothing until it is here, and then everything', async () => {
    const { calls, link } = recordingLink();
    const later = createLaterLink(() => Promise.resolve(() => link), createSimulatedNetwork());
    expect([later.send(entry), later.read('c', 1)]).toEqual([false, false]);
    await settle();
    expect([later.send(entry), later.read('c', 1)]).toEqual([true, true]);
    later.typing('c');
    later.restart();
    later.stop();
    expect(calls).toEqual(['send', 'read', 'typing', 'restart', 'stop']);
  });

  it('is asked for again where it could not be had', async () => {
    const { link } = recordingLink();
    const network = createSimulatedNetwork();
    let attempts = 0;
    const later = createLaterLink(() => ((attempts += 1) < 3 ? Promise.reject(new Error('offline')) : Promise.resolve(() => link)), network);
    for (let round = 0; round < 2; round++) {
      await settle();
      network.advance(60_000);
    }
    await settle();
    expect([attempts, later.send(entry)]).toEqual([3, true]);
  });

  it('opens nothing any more once it was stopped', async () => {
    let opened = 0;
    const later = createLaterLink(() => Promise.resolve(() => { opened += 1; return recordingLink().link; }), createSimulatedNetwork());
    later.stop();
    await settle();
    expect(opened).toBe(0);
  });
});
