import { describe, expect, it } from '@jest/globals';
import { createDrafts, EMPTY_DRAFT, putIntoReply } from './drafts.ts';

function memoryStorage(entries: Record<string, string> = {}) {
  const stored = new Map(Object.entries(entries));
  return {
    stored,
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => { stored.set(key, value); },
    removeItem: (key: string) => { stored.delete(key); },
  };
}

describe('drafts', () => {
  it('are there after a reload, each agent\'s own', () => {
    const storage = memoryStorage();
    createDrafts(storage, 'ana').write('c1', { mode: 'note', reply: 'half a reply', note: 'half a note' });
    expect(createDrafts(storage, 'ana').read('c1')).toEqual({ mode: 'note', reply: 'half a reply', note: 'half a note' });
    expect(createDrafts(storage, 'bo').read('c1')).toEqual(EMPTY_DRAFT);
  });

  it('leave nothing behind once they are sent', () => {
    const storage = memoryStorage();
    const drafts = createDrafts(storage, 'ana');
    drafts.write('c1', { mode: 'reply', reply: 'text', note: '' });
    drafts.write('c1', EMPTY_DRAFT);
    expect(storage.stored.size).toBe(0);
  });

  it('last as long as the page where nothing can be stored', () => {
    const forbidden = (): never => { throw new Error('denied'); };
    const drafts = createDrafts({ getItem: forbidden, setItem: forbidden, removeItem: forbidden }, 'ana');
    drafts.write('c1', { mode: 'reply', reply: 'text', note: '' });
    expect(drafts.read('c1').reply).toBe('text');
  });

  it('ignore what somebody else stored under their name', () => {
    expect(createDrafts(memoryStorage({ 'vigil.desk.draft.ana.c1': '{"reply":7}' }), 'ana').read('c1')).toEqual(EMPTY_DRAFT);
    expect(createDrafts(memoryStorage({ 'vigil.desk.draft.ana.c1': 'not json' }), 'ana').read('c1')).toEqual(EMPTY_DRAFT);
  });
});

describe('putIntoReply', () => {
  it('adds words below what is written, keeps the note, and turns to the reply', () => {
    expect(putIntoReply({ mode: 'note', reply: 'Hello. ', note: 'kept' }, 'When?')).toEqual({ mode: 'reply', reply: 'Hello.\nWhen?', note: 'kept' });
    expect(putIntoReply(EMPTY_DRAFT, 'When?').reply).toBe('When?');
  });

  it('adds nothing twice', () => {
    const once = putIntoReply(EMPTY_DRAFT, 'When?');
    expect(putIntoReply(once, 'When?')).toEqual(once);
  });
});
