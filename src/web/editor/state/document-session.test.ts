import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WireDraft } from '../../../protocol/documents.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { createDocumentSession, type ReadDocument } from './document-session.ts';

const PATH = 'articles/a/en.md';
const editor = (id: string) => ({ id, name: id });

/** A server with one document, as two editors see it. */
function createServer(text: string) {
  let draft: WireDraft | null = null;
  let isAway = false;
  const revisions = [{ path: PATH, number: 1, kind: 'published' as const, editor: editor('seed'), at: 1, publicationId: 1, text }];
  return {
    get draft() { return draft; },
    away(is: boolean) { isAway = is; },
    /** Publishes something else while there is a draft, as a revert does. */
    publish(other: string) { revisions.push({ path: PATH, number: revisions.length + 1, kind: 'published', editor: editor('carl'), at: 3, publicationId: 2, text: other }); },
    apiFor: (id: string) => ({
      readDocument: (): Promise<ReadDocument> => (isAway ? Promise.reject(new RequestError('offline', 'away')) : Promise.resolve({ path: PATH, published: revisions.at(-1)!, draft, problems: [], source: null })),
      readRevision: (_path: string, number: number) => Promise.resolve({ revision: revisions[number - 1]! }),
      async saveDraft(body: { path: string; text: string | null; version: number; base: number }) {
        await Promise.resolve();
        if (isAway) throw new RequestError('offline', 'away');
        if (body.text?.includes('secret')) throw new RequestError('invalid-input', 'a secret', 'text');
        if (body.version !== (draft?.version ?? 0)) return { state: 'conflict' as const, draft };
        draft = { path: PATH, text: body.text, base: body.base, version: body.version + 1, state: 'draft', publishAt: null, editor: editor(id), updatedAt: 2, removes: false, returned: null };
        return { state: 'saved' as const, draft, problems: [] };
      },
    }),
  };
}

function createStorage() {
  const map = new Map<string, string>();
  return { map, getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => { map.set(key, value); }, removeItem: (key: string) => { map.delete(key); } };
}

/** Timers that run when they are told to. */
function createTimers() {
  let waiting: { run: () => void; ms: number }[] = [];
  const settle = async (): Promise<void> => { for (let i = 0; i < 20; i += 1) await Promise.resolve(); };
  return {
    setTimer(run: () => void, ms: number) {
      const entry = { run, ms };
      waiting.push(entry);
      return () => { waiting = waiting.filter((one) => one !== entry); };
    },
    async pass() {
      await settle();
      const due = waiting;
      waiting = [];
      for (const { run } of due) run();
      await settle();
    },
    settle,
  };
}

async function open(server: ReturnType<typeof createServer>, id: string, storage = createStorage()) {
  const timers = createTimers();
  const session = createDocumentSession({ path: PATH, api: server.apiFor(id), storage, myId: id, setTimer: timers.setTimer });
  await timers.settle();
  return { session, storage, pass: timers.pass };
}

describe('a document that is being edited', () => {
  it('saves by itself after a pause, and says so', async () => {
    const server = createServer('a\n');
    const { session, storage, pass } = await open(server, 'anna');
    session.change('a\nb\n');
    expect(session.getState().saving).toEqual({ state: 'waiting' });
    expect(storage.map.size).toBe(1);
    await pass();
    expect(session.getState().saving).toEqual({ state: 'saved' });
    expect(server.draft?.text).toBe('a\nb\n');
    expect(storage.map.size).toBe(0);
  });

  it('merges what two changed apart, and tells who it was', async () => {
    const server = createServer('a\nb\nc\nd\n');
    const [anna, ben] = [await open(server, 'anna'), await open(server, 'ben')];
    anna.session.change('A\nb\nc\nd\n');
    await anna.pass();
    ben.session.change('a\nb\nc\nD\n');
    await ben.pass();
    await ben.pass();
    expect(server.draft?.text).toBe('A\nb\nc\nD\n');
    expect(ben.session.getState()).toMatchObject({ clash: null, other: { name: 'anna' } });
    await anna.pass();
    expect(anna.session.getState()).toMatchObject({ text: 'A\nb\nc\nD\n', saving: { state: 'saved' }, other: { name: 'ben' } });
  });

  it('asks where two changed the same line, and saves what was settled', async () => {
    const server = createServer('a\n');
    const [anna, ben] = [await open(server, 'anna'), await open(server, 'ben')];
    anna.session.change('anna\n');
    await anna.pass();
    ben.session.change('ben\n');
    await ben.pass();
    expect(ben.session.getState().clash).toEqual([{ kind: 'clash', base: 'a\n', mine: 'ben\n', theirs: 'anna\n' }]);
    expect(server.draft?.text).toBe('anna\n');
    ben.session.settle('anna and ben\n');
    await ben.pass();
    expect(server.draft?.text).toBe('anna and ben\n');
  });

  it('puts a draft on top of what was published since it was begun', async () => {
    const server = createServer('a\nb\nc\nd\n');
    const { session, pass } = await open(server, 'anna');
    session.change('A\nb\nc\nd\n');
    await pass();
    server.publish('a\nb\nc\nD\n');
    await pass();
    await pass();
    expect(server.draft).toMatchObject({ text: 'A\nb\nc\nD\n', base: 2 });
    expect(session.getState()).toMatchObject({ saving: { state: 'saved' }, other: { name: 'carl' } });
    server.publish('A\nb\nc\nD\n');
    await pass();
    await pass();
    expect(server.draft).toMatchObject({ text: 'A\nb\nc\nD\n', base: 3 });
  });

  it('asks where what was published since changed the same line, and stands on that afterwards', async () => {
    const server = createServer('a\n');
    const { session, pass } = await open(server, 'anna');
    session.change('anna\n');
    await pass();
    server.publish('carl\n');
    await pass();
    expect(session.getState().clash).toEqual([{ kind: 'clash', base: 'a\n', mine: 'anna\n', theirs: 'carl\n' }]);
    session.settle('anna\n');
    await pass();
    expect(server.draft).toMatchObject({ text: 'anna\n', base: 2 });
  });

  it('keeps what could not be sent, also beyond the page, and sends it later', async () => {
    const server = createServer('a\n');
    const first = await open(server, 'anna');
    server.away(true);
    first.session.change('kept\n');
    await first.pass();
    expect(first.session.getState().saving).toEqual({ state: 'offline' });
    first.session.dispose();
    server.away(false);
    const again = await open(server, 'anna', first.storage);
    expect(again.session.getState().text).toBe('kept\n');
    await again.pass();
    expect(server.draft?.text).toBe('kept\n');
  });

  it('keeps what the server refuses, and tries again with the next change', async () => {
    const server = createServer('a\n');
    const { session, pass } = await open(server, 'anna');
    session.change('my secret\n');
    await pass();
    expect(session.getState()).toMatchObject({ text: 'my secret\n', saving: { state: 'refused', code: 'invalid-input' } });
    session.change('none\n');
    await pass();
    expect(server.draft?.text).toBe('none\n');
  });

  it('loses no line of two who write at once, whoever saves when', async () => {
    const lines = ['one\n', 'two\n', 'three\n', 'four\n', 'five\n'];
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 12 }), async (moves) => {
      const server = createServer(lines.join(''));
      const pages = [await open(server, 'anna'), await open(server, 'ben')] as const;
      const written: string[] = [];
      for (const [who, saves] of moves) {
        const page = pages[who ? 1 : 0];
        const words = `${who ? 'ben' : 'anna'}-${written.length}\n`;
        const text = page.session.getState().text ?? '';
        // Each writes at an end of their own, so that nothing clashes.
        page.session.change(who ? text + words : words + text);
        written.push(words);
        if (saves) await page.pass();
      }
      for (let i = 0; i < 4; i += 1) for (const page of pages) await page.pass();
      for (const words of [...written, ...lines]) expect(server.draft?.text).toContain(words);
      expect(pages[0].session.getState().text).toBe(pages[1].session.getState().text);
    }), { numRuns: 60 });
  });
});
