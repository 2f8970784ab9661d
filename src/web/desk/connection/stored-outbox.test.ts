import { describe, expect, it } from '@jest/globals';
import type { Outgoing } from '../state/outbox.ts';
import { createStoredOutbox } from './stored-outbox.ts';

const message = (clientMessageId: string, state: Outgoing['state']): Outgoing =>
  ({ clientMessageId, conversationId: 'c1', kind: 'reply', text: 'Hello', at: 1, state, error: null });

function setUp(entries: Record<string, string> = {}) {
  const stored = new Map(Object.entries(entries));
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => { stored.set(key, value); },
    removeItem: (key: string) => { stored.delete(key); },
  };
  return { stored, outbox: createStoredOutbox(storage, 'ana') };
}

describe('stored outbox', () => {
  it('keeps what is not acknowledged, refused ones too, and forgets what is', () => {
    const { outbox } = setUp();
    const [sending, accepted, failed] = [message('message-1', 'sending'), message('message-2', 'accepted'), message('message-3', 'failed')];
    outbox.write([sending, accepted, failed]);
    expect(outbox.read()).toEqual([sending, failed]);
  });

  it('leaves nothing behind when everything is acknowledged', () => {
    const { outbox, stored } = setUp();
    outbox.write([message('message-1', 'sending')]);
    outbox.write([message('message-1', 'accepted')]);
    expect(stored.size).toBe(0);
  });

  it('reads nothing from what is damaged', () => {
    for (const damaged of ['not json', '{"a":1}', '[{"clientMessageId":1},null]']) {
      expect(setUp({ 'vigil.desk.outbox.ana': damaged }).outbox.read()).toEqual([]);
    }
  });
});
