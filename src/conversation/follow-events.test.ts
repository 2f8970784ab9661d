import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLocalDoorbell } from '../adapters/system/doorbell.ts';
import type { ConversationEvent } from '../domain/events.ts';
import type { ConversationStore } from '../ports.ts';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import { createEventFollower } from './follow-events.ts';

const ID = 'conversation';
const note = (seq: number): ConversationEvent => ({
  conversationId: ID, seq, at: 0, type: 'note.added', data: { author: { kind: 'agent', agentId: 'a', name: 'A' }, text: 'x', clientMessageId: `note-${seq}-x` },
});
const message = (seq: number): ConversationEvent => ({ conversationId: ID, seq, at: 0, type: 'message.received', data: { clientMessageId: `message-${seq}`, text: 'x' } });

/** A log that grows, and a follower of it. */
function setUp(log: ConversationEvent[]) {
  const doorbell = createLocalDoorbell();
  const conversations: Pick<ConversationStore, 'read'> = {
    async read(_id, after, limit) {
      await Promise.resolve();
      return log.filter(({ seq }) => seq > after).slice(0, limit);
    },
  };
  const ring = (): void => { doorbell.ring({ conversationId: ID, contactId: 'c' }); };
  return { ring, follower: createEventFollower({ conversations, doorbell, logger: silentLogger }) };
}

const settle = async (): Promise<void> => { for (let i = 0; i < 20; i++) await new Promise(setImmediate); };

describe('following a conversation', () => {
  it('gives every event once and in order, however appends and rings fall', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(300), fc.array(fc.record({ grow: fc.nat(3), ring: fc.boolean(), wait: fc.boolean() }), { maxLength: 30 }), async (begin, steps) => {
      const log = Array.from({ length: begin }, (_one, index) => message(index + 1));
      const { ring, follower } = setUp(log);
      const seen: number[] = [];
      follower.follow({ conversationId: ID, after: 0, audience: 'contact', onEvents: (events) => { seen.push(...events.map(({ seq }) => seq)); } });
      for (const one of steps) {
        for (let grown = 0; grown < one.grow; grown++) log.push(message(log.length + 1));
        if (one.ring) ring();
        if (one.wait) await Promise.resolve();
      }
      ring();
      await settle();
      expect(seen).toEqual(log.map(({ seq }) => seq));
    }), { numRuns: 200 });
  });

  it('goes on after a cursor and passes over what the audience may not see', async () => {
    const { ring, follower } = setUp([message(1), note(2), message(3), note(4), message(5)]);
    const seen: number[] = [];
    follower.follow({ conversationId: ID, after: 1, audience: 'contact', onEvents: (events) => { seen.push(...events.map(({ seq }) => seq)); } });
    ring();
    await settle();
    expect(seen).toEqual([3, 5]);
  });

  it('is silent after it was stopped', async () => {
    const log = [message(1)];
    const { ring, follower } = setUp(log);
    const seen: number[] = [];
    const following = follower.follow({ conversationId: ID, after: 0, audience: 'contact', onEvents: (events) => { seen.push(...events.map(({ seq }) => seq)); } });
    following.stop();
    log.push(message(2));
    ring();
    await settle();
    expect(seen).toEqual([]);
  });

  it('waits for events until they come', async () => {
    const log: ConversationEvent[] = [];
    const { ring, follower } = setUp(log);
    const waiting = follower.waitForEvents({ conversationId: ID, after: 0, audience: 'contact', waitMs: 60_000, signal: new AbortController().signal });
    log.push(message(1));
    ring();
    expect((await waiting).map(({ seq }) => seq)).toEqual([1]);
  });

  it('stops waiting when the caller goes away', async () => {
    const { follower } = setUp([]);
    const controller = new AbortController();
    const waiting = follower.waitForEvents({ conversationId: ID, after: 0, audience: 'contact', waitMs: 60_000, signal: controller.signal });
    controller.abort();
    expect(await waiting).toEqual([]);
  });
});
