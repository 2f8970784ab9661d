import { describe, expect, it } from '@jest/globals';
import { createSimulatedNetwork } from '../../../../test/fakes/simulated-network.ts';
import type { ContactConversation } from '../../../protocol/contact.ts';
import type { ContactApi } from './contact-api.ts';
import type { LinkListener } from './link.ts';
import { createPollLink } from './poll-link.ts';
import { createSocketLink } from './socket-link.ts';

const conversation = (place: number | null, waitMinutes: number | null): ContactConversation =>
  ({ id: 'c', caseNumber: 'V-1', locale: 'en', status: 'open', owner: { kind: 'queue' }, place, waitMinutes, seq: 1, rating: null, askedWhetherSolved: false, reachable: false, staffed: true, readSeq: 0 });

/** What a listener heard of the place in line. */
function hearing(): { heard: (readonly [number | null, number | null, boolean])[]; listener: LinkListener } {
  const heard: (readonly [number | null, number | null, boolean])[] = [];
  const listener: LinkListener = {
    onWelcome(_token, welcomed) { heard.push([welcomed?.place ?? null, welcomed?.waitMinutes ?? null, welcomed?.staffed ?? true]); },
    onPlace(_id, place, minutes, staffed) { heard.push([place, minutes, staffed]); },
    onEvents() {}, onRead() {}, onTyping() {}, onPartial: () => undefined, onAcknowledged() {}, onRefused() {}, onStatus() {},
  };
  return { heard, listener };
}

describe('the time of waiting', () => {
  it('comes over the socket, with the welcome and whenever the place changes', () => {
    const network = createSimulatedNetwork();
    const { heard, listener } = hearing();
    createSocketLink({ url: 'ws://desk', position: () => ({ token: 't', conversationId: 'c', cursor: 1 }), listener, onSocketStatus() {}, network });
    network.latest().open();
    network.latest().say({ type: 'welcome', protocol: 1, token: 't', conversation: conversation(2, 8) });
    network.latest().say({ type: 'place', conversationId: 'c', place: 1, minutes: 4, staffed: true });
    network.latest().say({ type: 'place', conversationId: 'c', place: 1, minutes: null, staffed: false });
    expect(heard).toEqual([[2, 8, true], [1, 4, true], [1, null, false]]);
  });

  it('comes with every poll where there is no socket', async () => {
    const { heard, listener } = hearing();
    const polls = [conversation(2, 8), conversation(1, 4), conversation(null, null)];
    const api = {
      conversation: () => Promise.resolve(conversation(3, null)),
      events: () => (polls.length > 0 ? Promise.resolve({ events: [], conversation: polls.shift() }) : new Promise(() => {})),
    } as unknown as ContactApi;
    const link = createPollLink({ api, position: () => ({ token: 't', conversationId: 'c', cursor: 1 }), listener, network: createSimulatedNetwork() });
    await new Promise((resolve) => { setImmediate(resolve); });
    link.stop();
    expect(heard).toEqual([[3, null, true], [2, 8, true], [1, 4, true], [null, null, true]]);
  });
});
