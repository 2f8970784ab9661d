import { describe, expect, it } from '@jest/globals';
import { afterSending, createDrafts, EMPTY_DRAFT, enclose, takeBack, toOutgoing, writeText, type Draft } from './drafts.ts';
import type { UploadedFile } from './enclosed.ts';
import type { Outgoing } from './outbox.ts';

const file = (id: string): UploadedFile => ({ id, name: `${id}.png`, type: 'image/png', bytes: 5 });
const card = { articleId: 'deposit-not-arrived', locale: 'en' as const, revision: 'r', title: 'A deposit has not arrived' };
const full: Draft = { ...EMPTY_DRAFT, reply: ' Hello ', note: 'see @Bo', attachments: [file('a')], citations: [card], mentions: [{ id: '1', name: 'Bo' }, { id: '2', name: 'Cy' }] };
const failed = (message: Partial<Outgoing>): Outgoing => ({ clientMessageId: 'message-1', conversationId: 'c1', kind: 'reply', text: 'x', at: 1, state: 'failed', error: 'not-owner', ...message });

describe('what goes along with a draft', () => {
  it('is sent with the reply, or with the note, each with its own', () => {
    expect(toOutgoing(full)).toEqual({ kind: 'reply', text: 'Hello', enclosed: { attachments: [file('a')], citations: [card] } });
    expect(toOutgoing({ ...full, mode: 'note' })).toEqual({ kind: 'note', text: 'see @Bo', enclosed: { mentions: ['1'] } });
    expect(toOutgoing({ ...full, mode: 'whisper', note: 'calm down' })).toEqual({ kind: 'note', text: 'calm down', enclosed: { whisper: true } });
  });

  it('speaks for itself where there are no words', () => {
    expect(toOutgoing({ ...full, reply: '  ' }).text).toBe('a.png, A deposit has not arrived');
    expect(toOutgoing({ ...EMPTY_DRAFT, reply: ' ' }).text).toBe('');
  });

  it('is gone once the reply is sent, and stays while a note is', () => {
    expect(afterSending(full)).toMatchObject({ reply: '', attachments: undefined, citations: undefined, note: 'see @Bo' });
    expect(afterSending({ ...full, mode: 'note' })).toMatchObject({ note: '', mentions: undefined, attachments: [file('a')], citations: [card] });
  });

  it('is there once, and at most five times', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(file);
    expect(enclose(full, { attachments: six, citations: [card] })).toEqual({ attachments: six.slice(0, 5), citations: [card] });
  });

  it('comes back with a message that was refused, below what was begun since', () => {
    expect(takeBack({ ...EMPTY_DRAFT, reply: 'new' }, failed({ text: 'old', attachments: [file('a')], citations: [card] }), new Map()))
      .toMatchObject({ mode: 'reply', reply: 'new\nold', attachments: [file('a')], citations: [card] });
    expect(takeBack(EMPTY_DRAFT, failed({ text: 'a.png', attachments: [file('a')] }), new Map()).reply).toBe('');
    expect(takeBack(EMPTY_DRAFT, failed({ kind: 'note', text: '@Bo', mentions: ['1', '9'], whisper: true }), new Map([['1', 'Bo']])))
      .toMatchObject({ mode: 'whisper', note: '@Bo', mentions: [{ id: '1', name: 'Bo' }] });
  });

  it('survives a reload, and what somebody else stored does not get in', () => {
    const stored = new Map<string, string>();
    const storage = { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => { stored.set(key, value); }, removeItem: (key: string) => { stored.delete(key); } };
    createDrafts(storage, 'ana').write('c1', { ...full, mode: 'whisper' });
    expect(createDrafts(storage, 'ana').read('c1')).toEqual({ ...full, mode: 'whisper' });
    stored.set('vigil.desk.draft.ana.c1', JSON.stringify({ mode: 'shout', attachments: [{ id: 7 }], citations: 'none', mentions: [{ id: '1' }] }));
    expect(createDrafts(storage, 'ana').read('c1')).toEqual(EMPTY_DRAFT);
  });

  it('tells who watches when it changes, and stays the same object until then', () => {
    const drafts = createDrafts({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined }, 'ana');
    let told = 0;
    const stop = drafts.subscribe(() => { told += 1; });
    expect(drafts.read('c1')).toBe(drafts.read('c1'));
    drafts.write('c1', writeText(EMPTY_DRAFT, 'a'));
    stop();
    drafts.write('c1', EMPTY_DRAFT);
    expect(told).toBe(1);
  });
});
