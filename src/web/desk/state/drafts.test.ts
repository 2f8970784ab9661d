import { describe, expect, it } from '@jest/globals';
import { afterSending, createDrafts, EMPTY_DRAFT, putIntoReply, redoReply, replaceReply, typeReply, undoReply, type Draft } from './drafts.ts';

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

  it('come back with the agent\'s own words and every step back', () => {
    const storage = memoryStorage();
    const draft: Draft = { ...EMPTY_DRAFT, reply: 'hola', original: { locale: 'en', text: 'hello' }, past: [{ reply: 'hello' }], undone: { reply: 'hi' } };
    createDrafts(storage, 'ana').write('c1', draft);
    expect(createDrafts(storage, 'ana').read('c1')).toEqual(draft);
    storage.setItem('vigil.desk.draft.ana.c2', '{"reply":"x","original":7,"past":[7,{"reply":"y","original":{"text":1}}],"undone":[]}');
    expect(createDrafts(storage, 'ana').read('c2')).toEqual({ ...EMPTY_DRAFT, reply: 'x', past: [{ reply: 'y' }] });
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

describe('what a model does to a reply', () => {
  const typed: Draft = { ...EMPTY_DRAFT, reply: 'hello there' };
  const translated = replaceReply(typed, { reply: 'hola', original: { locale: 'en', text: 'hello there' } });

  it('can be taken back step by step, and done again', () => {
    const twice = replaceReply(replaceReply(typed, { reply: 'hello' }), { reply: 'hi' });
    expect(undoReply(twice).reply).toBe('hello');
    expect(undoReply(undoReply(twice)).reply).toBe('hello there');
    expect(undoReply(undoReply(undoReply(twice))).reply).toBe('hello there');
    expect(redoReply(undoReply(twice))).toEqual(twice);
  });

  it('loses nothing that was typed since', () => {
    const edited = typeReply(translated, 'hola, amiga');
    expect(undoReply(edited)).toMatchObject({ reply: 'hello there', original: undefined });
    expect(redoReply(undoReply(edited))).toMatchObject({ reply: 'hola, amiga', original: { text: 'hello there' } });
  });

  it('keeps the original the original of the whole message', () => {
    expect(putIntoReply(translated, '¿Cuándo?')).toMatchObject({ reply: 'hola\n¿Cuándo?', original: { text: 'hello there\n¿Cuándo?' } });
    expect(typeReply(translated, '').original).toBeUndefined();
  });

  it('is forgotten once the reply is sent, and kept while a note is', () => {
    expect(afterSending(translated)).toEqual(EMPTY_DRAFT);
    expect(afterSending({ ...translated, mode: 'note', note: 'x' })).toMatchObject({ reply: 'hola', note: '', original: { text: 'hello there' } });
  });
});
