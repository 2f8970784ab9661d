import { describe, expect, it } from '@jest/globals';
import type { Outgoing } from '../state/outbox.ts';
import { createStoredOutbox } from './stored-outbox.ts';

function createStorage() {
  const items = new Map<string, string>();
  return {
    get length() { return items.size; },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => { items.set(key, value); },
    removeItem: (key: string) => { items.delete(key); },
  };
}

const entry = (clientMessageId: string, at: number): Outgoing => ({ clientMessageId, conversationId: 'c1', kind: 'reply', text: 'hello', at, state: 'sending' } as Outgoing);

describe('the stored outbox', () => {
  it('gives back what was not acknowledged, oldest first', () => {
    const storage = createStorage();
    createStoredOutbox(storage, 'ana').write([entry('second-one', 2), entry('first-one', 1)]);
    expect(createStoredOutbox(storage, 'ana').read().map(({ clientMessageId }) => clientMessageId)).toEqual(['first-one', 'second-one']);
    expect(createStoredOutbox(storage, 'ben').read()).toEqual([]);
  });

  it('keeps the reply of one tab when another tab has nothing left to send', () => {
    const storage = createStorage();
    const [one, other] = [createStoredOutbox(storage, 'ana'), createStoredOutbox(storage, 'ana')];
    one.write([entry('from-tab-one', 1)]);
    other.write([entry('from-tab-two', 2)]);
    other.write([]);
    expect(createStoredOutbox(storage, 'ana').read().map(({ clientMessageId }) => clientMessageId)).toEqual(['from-tab-one']);
  });

  it('passes over what is damaged', () => {
    const storage = createStorage();
    storage.setItem('vigil.desk.outbox.ana.x', '{');
    storage.setItem('vigil.desk.outbox.ana.y', '{"text":1}');
    expect(createStoredOutbox(storage, 'ana').read()).toEqual([]);
  });
});
