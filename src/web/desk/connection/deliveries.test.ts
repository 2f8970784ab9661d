import { describe, expect, it } from '@jest/globals';
import type { DeskClientFrame } from '../../../protocol/desk.ts';
import { initialDeskState, reduceDesk } from '../state/desk-state.ts';
import type { Enclosed } from '../state/enclosed.ts';
import { aMe } from '../state/testing.ts';
import { createDeliveries } from './deliveries.ts';
import { createStore } from './store.ts';
import { createStoredOutbox } from './stored-outbox.ts';

const file = { id: 'f1', name: 'a.png', type: 'image/png', bytes: 5 };
const card = { articleId: 'deposit-not-arrived', locale: 'en' as const, revision: 'r', title: 'A deposit has not arrived' };

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

/** Sends, and sends again after a reload; both times the command. */
function sendTwice(kind: 'reply' | 'note', enclosed: Enclosed): unknown[] {
  const storage = createStorage();
  const sent: DeskClientFrame[] = [];
  const open = () => {
    const storedOutbox = createStoredOutbox(storage, 'ana');
    const store = createStore(initialDeskState(aMe(), storedOutbox.read()), reduceDesk);
    return createDeliveries({ store, storedOutbox, transmit: (frame) => { sent.push(frame); return true; }, now: () => 1, newId: () => 'message-1' });
  };
  open().send('c1', kind, 'Hello', enclosed);
  open().resend();
  return sent.map((frame) => (frame.type === 'command' ? frame.command : null));
}

describe('deliveries', () => {
  it('send a reply with its files and cards, also after a reload', () => {
    const command = { type: 'reply', clientMessageId: 'message-1', text: 'Hello', citations: [card], attachments: ['f1'] };
    expect(sendTwice('reply', { attachments: [file], citations: [card] })).toEqual([command, command]);
  });

  it('send a note with those whom it calls, or as a whisper, also after a reload', () => {
    const command = { type: 'note', clientMessageId: 'message-1', text: 'Hello' };
    expect(sendTwice('note', { mentions: ['bo'] })).toEqual([{ ...command, mentions: ['bo'] }, { ...command, mentions: ['bo'] }]);
    expect(sendTwice('note', { whisper: true })).toEqual([{ ...command, whisper: true }, { ...command, whisper: true }]);
  });
});
