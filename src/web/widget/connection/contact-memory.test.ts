import { describe, expect, it } from '@jest/globals';
import { createMemoryStorage } from '../../../../test/fakes/memory-storage.ts';
import type { OutboxEntry } from '../conversation/outbox.ts';
import { createContactMemory } from './contact-memory.ts';

const entry = (id: string, at: number, state: OutboxEntry['state'] = 'sending'): OutboxEntry =>
  ({ id, at, conversationId: 'c', body: { type: 'message', text: id }, state, attempts: 2 });

describe('createContactMemory', () => {
  it('gives unsent messages back in order of writing, ready to be sent', () => {
    const { open } = createMemoryStorage();
    const memory = createContactMemory(open(), 'https://desk.example');
    memory.keep(entry('m2', 2));
    memory.keep(entry('m1', 1));
    memory.keep(entry('m3', 3, 'failed'));
    memory.drop('m2');
    const { unsent } = createContactMemory(open(), 'https://desk.example');
    expect(unsent().map(({ id, state, attempts }) => [id, state, attempts])).toEqual([['m1', 'waiting', 0], ['m3', 'failed', 0]]);
  });

  it('does not mix two tabs\' messages up, nor two desks\'', () => {
    const { open } = createMemoryStorage();
    createContactMemory(open(), 'https://desk.example').keep(entry('m1', 1));
    createContactMemory(open(), 'https://desk.example').keep(entry('m2', 2));
    createContactMemory(open(), 'https://other.example').keep(entry('m3', 3));
    expect(createContactMemory(open(), 'https://desk.example').unsent().map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('passes over what it cannot read', () => {
    const { open } = createMemoryStorage();
    for (const text of ['', '{', 'null', '{"id":1}', '[]']) open().set(`vigil:d:outbox:${text}`, text);
    expect(createContactMemory(open(), 'd').unsent()).toEqual([]);
  });

  it('remembers how far which conversation was read', () => {
    const memory = createContactMemory(createMemoryStorage().open(), 'd');
    memory.setReadSeq('c', 7);
    expect([memory.readSeq('c'), memory.readSeq('other')]).toEqual([7, 0]);
  });
});
