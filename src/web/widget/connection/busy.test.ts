import { describe, expect, it } from '@jest/globals';
import { createMemoryStorage } from '../../../../test/fakes/memory-storage.ts';
import { createSimulatedNetwork } from '../../../../test/fakes/simulated-network.ts';
import type { OutboxEntry } from '../conversation/outbox.ts';
import { createContactMemory } from './contact-memory.ts';
import { createConversationClient } from './conversation-client.ts';
import type { LinkListener } from './link.ts';

/** A contact's client whose desk is played by the test. */
function open() {
  const network = createSimulatedNetwork();
  let now = 1_000;
  let count = 0;
  const sent: OutboxEntry[] = [];
  let listener: LinkListener | undefined;
  const client = createConversationClient({
    memory: createContactMemory(createMemoryStorage().open(), 'test'), network, now: () => now, createId: () => `m${count += 1}`, pageContext: () => ({}),
    openLink: (options) => {
      ({ listener } = options);
      return { send: (entry) => { sent.push(entry); return true; }, typing() {}, read: () => true, restart() {}, stop() {} };
    },
  });
  client.start();
  listener?.onWelcome('token', null);
  listener?.onStatus('online');
  return {
    client, sent,
    say(text: string) { client.send({ type: 'message', text }); },
    refuse(retryAfter: number) { listener?.onRefused(sent.at(-1)?.id ?? '', { later: true, retryAfter }); },
    acknowledge() { listener?.onAcknowledged(sent.at(-1)?.id ?? '', 'c1'); },
    reconnect() {
      listener?.onStatus('offline');
      listener?.onStatus('online');
    },
    advance(ms: number) {
      now += ms;
      network.advance(ms);
    },
    texts: () => sent.map(({ body }) => ('text' in body ? body.text : body.type)),
  };
}

describe('a desk that is full', () => {
  it('is asked again when it said, and not before, as often as it takes', () => {
    const { client, say, refuse, advance, texts, reconnect, acknowledge } = open();
    say('hi');
    for (let i = 1; i < 8; i++) {
      refuse(10);
      expect(client.state().busyUntil).toBeGreaterThan(0);
      reconnect();
      advance(9_999);
      expect(texts()).toHaveLength(i);
      advance(1);
      expect(texts()).toHaveLength(i + 1);
    }
    acknowledge();
    expect(client.state()).toMatchObject({ busyUntil: 0, outbox: [{ state: 'acknowledged' }] });
  });

  it('is told at once what the contact adds, together with what it turned away', () => {
    const { client, say, refuse, advance, texts } = open();
    say('hi');
    refuse(30);
    say('somebody is in my account');
    expect(texts()).toEqual(['hi', 'hi\nsomebody is in my account']);
    expect(client.state().outbox).toHaveLength(1);
    refuse(30);
    advance(29_000);
    expect(texts()).toHaveLength(2);
    advance(1_000);
    expect(texts()).toHaveLength(3);
  });

  it('is not asked for what cannot be joined before what came first', () => {
    const { client, say, refuse, texts, acknowledge } = open();
    say('a'.repeat(3_000));
    refuse(30);
    say('b'.repeat(3_000));
    expect(texts().map((text) => text[0])).toEqual(['a', 'a']);
    expect(client.state().outbox).toHaveLength(2);
    acknowledge();
    expect(texts().map((text) => text[0])).toEqual(['a', 'a', 'b']);
  });
});
