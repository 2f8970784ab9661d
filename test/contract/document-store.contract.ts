import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clock, DocumentStore, Draft, ImageStore, NewPublication, Publication } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedDocuments {
  readonly documents: DocumentStore;
  readonly images: ImageStore;
  close(): Promise<void>;
}

const ANA = { id: 'a1', name: 'Ana' };
const BEN = { id: 'b1', name: 'Ben' };
const MINUTE_MS = 60_000;

const change = (path: string, text: string | null, from = 0, draftVersion: number | null = null): NewPublication['changes'][number] => ({ path, text, from, draftVersion });
const publication = (...changes: NewPublication['changes']): NewPublication => ({ kind: 'publish', editor: ANA, note: '', changes });
const draft = (path: string, text: string | null, version = 0, more: Partial<Draft> = {}): Omit<Draft, 'updatedAt'> =>
  ({ path, text, version, base: 0, state: 'draft', publishAt: null, returned: null, editor: ANA, ...more });

/** What every implementation of DocumentStore and ImageStore must do. */
export function describeDocumentStore(name: string, open: (clock: Clock) => Promise<OpenedDocuments>): void {
  describe(`document store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedDocuments;
    let documents: DocumentStore;
    beforeEach(async () => {
      opened = await open(clock);
      documents = opened.documents;
    });
    afterEach(() => opened.close());

    const publish = async (...changes: NewPublication['changes']): Promise<Publication> => {
      const made = await documents.publish(publication(...changes));
      if (made === 'conflict') throw new Error('a conflict');
      return made;
    };
    const save = async (given: Omit<Draft, 'updatedAt'>): Promise<Draft> => {
      const saved = await documents.saveDraft(given);
      if (saved === 'conflict') throw new Error('a conflict');
      return saved;
    };
    const textsOf = async (after = 0): Promise<Record<string, string | null>> =>
      Object.fromEntries(Array.from((await documents.readPublished(after)).documents, ([path, { text }]) => [path, text]));

    it('has published nothing at first', async () => {
      expect(await documents.version()).toBe(0);
      expect(await documents.readPublished(0)).toEqual({ version: 0, documents: new Map() });
      expect(await documents.listPublications(null, 10)).toEqual([]);
    });

    it('publishes texts byte for byte, whatever stands in them', async () => {
      const text = '\uFEFF---\r\ntitle: "ünï\t漢字 🦊"\n---\n\n\n trailing  \r\n';
      const made = await publish(change('exchange.yaml', text), change('categories.yaml', ''));
      expect(made).toMatchObject({ id: 1, kind: 'publish', editor: ANA, at: clock.now(), changes: [{ path: 'exchange.yaml', from: 0, to: 1 }, { path: 'categories.yaml', from: 0, to: 1 }] });
      expect(await textsOf()).toEqual({ 'exchange.yaml': text, 'categories.yaml': '' });
      expect(await documents.getRevision('exchange.yaml', 1)).toEqual({ path: 'exchange.yaml', number: 1, text, kind: 'published', editor: ANA, at: clock.now(), publicationId: 1 });
      expect(await documents.getPublication(1)).toEqual(made);
      expect(await documents.getPublication(2)).toBeUndefined();
    });

    it('publishes as many documents at once as a knowledge base has', async () => {
      const all = Array.from({ length: 1_203 }, (_, i) => change(`articles/a-${i}/en.md`, `text ${i}`));
      const made = await publish(...all);
      expect(made.changes.at(-1)).toEqual({ path: 'articles/a-1202/en.md', from: 0, to: 1 });
      expect((await documents.readPublished(0)).documents.size).toBe(1_203);
    });

    it('gives what was changed after a publication, and what was taken away without a text', async () => {
      await publish(change('a', 'a1'), change('b', 'b1'));
      await publish(change('b', 'b2', 1));
      await publish(change('a', null, 1));
      expect(await textsOf()).toEqual({ a: null, b: 'b2' });
      expect(await textsOf(1)).toEqual({ a: null, b: 'b2' });
      expect(await textsOf(2)).toEqual({ a: null });
      expect(await documents.readPublished(3)).toEqual({ version: 3, documents: new Map() });
      expect((await documents.getRevisionAsOf('b', 1))?.text).toBe('b1');
      expect((await documents.getRevisionAsOf('b', 3))?.text).toBe('b2');
      expect(await documents.getRevisionAsOf('b', 0)).toBeUndefined();
    });

    it('publishes all or nothing: one document that moved on is enough', async () => {
      await publish(change('a', 'a1'), change('b', 'b1'));
      await publish(change('a', 'a2', 1));
      expect(await documents.publish(publication(change('b', 'b2', 1), change('a', 'mine', 1)))).toBe('conflict');
      expect(await documents.publish(publication(change('c', 'c1', 4)))).toBe('conflict');
      expect(await documents.publish(publication(change('c', 'c1'), change('c', 'c2')))).toBe('conflict');
      expect(await textsOf()).toEqual({ a: 'a2', b: 'b1' });
      expect(await documents.version()).toBe(2);
    });

    it('uses up the draft that was read, and no other', async () => {
      const first = await save(draft('a', 'one'));
      await save({ ...first, text: 'two' });
      expect(await documents.publish(publication(change('a', 'one', 0, first.version)))).toBe('conflict');
      expect(await documents.getDraft('a')).toMatchObject({ text: 'two' });
      await publish(change('a', 'two', 0, 2));
      expect(await documents.getDraft('a')).toBeUndefined();
      expect(await documents.publish(publication(change('a', 'three', 1, 2)))).toBe('conflict');
    });

    it('lists publications from the latest on, page by page', async () => {
      for (let i = 0; i < 3; i++) await publish(change('a', `${i}`, i));
      const ids = async (before: number | null): Promise<number[]> => (await documents.listPublications(before, 2)).map(({ id }) => id);
      expect(await ids(null)).toEqual([3, 2]);
      expect(await ids(2)).toEqual([1]);
    });

    it('keeps one draft a document, and refuses whoever did not read it as it is', async () => {
      const first = await save(draft('a', 'one', 0, { base: 3 }));
      expect(first).toEqual({ ...draft('a', 'one', 1, { base: 3 }), updatedAt: clock.now() });
      expect(await documents.saveDraft(draft('a', 'other'))).toBe('conflict');
      expect(await save({ ...first, text: null })).toMatchObject({ version: 2, text: null });
      expect(await documents.saveDraft({ ...first, text: 'late' })).toBe('conflict');
      expect(await documents.saveDraft(draft('new', 'text', 1))).toBe('conflict');
      expect((await documents.listDrafts()).map(({ path }) => path)).toEqual(['a']);
    });

    it('saves several drafts, or none of them', async () => {
      await save(draft('b', 'theirs'));
      expect(await documents.saveDrafts([draft('a', 'one'), draft('b', 'mine')])).toBe('conflict');
      expect(await documents.getDraft('a')).toBeUndefined();
      expect(await documents.saveDrafts([draft('a', 'one'), draft('b', 'mine', 1)])).toMatchObject([{ path: 'a', version: 1 }, { path: 'b', version: 2, text: 'mine' }]);
    });

    it('never gives a version twice, so that nobody saves over a draft that was begun anew', async () => {
      const first = await save(draft('a', 'one'));
      expect(await documents.discardDraft('a', 7)).toBe(false);
      expect(await documents.discardDraft('a', first.version)).toBe(true);
      expect(await documents.discardDraft('a', first.version)).toBe(false);
      expect(await save(draft('a', 'two'))).toMatchObject({ version: 2 });
      expect(await documents.saveDraft({ ...first, text: 'late' })).toBe('conflict');
    });

    it('keeps a draft when it changes hands, goes to review, is discarded, and every ten minutes', async () => {
      const kept = async (): Promise<unknown[]> => (await Promise.all((await documents.listRevisions('a', 10)).map(({ number }) => documents.getRevision('a', number))))
        .map((revision) => [revision?.text, revision?.editor.name, revision?.kind]);
      let now = await save(draft('a', 'one'));
      now = await save({ ...now, text: 'one more' });
      expect(await kept()).toEqual([]);
      now = await save({ ...now, text: 'two', editor: BEN });
      expect(await kept()).toEqual([['one more', 'Ana', 'draft']]);
      now = await save({ ...now, state: 'review' });
      now = await save({ ...now, text: 'three' });
      expect((await kept())[0]).toEqual(['two', 'Ben', 'draft']);
      clock.advance(10 * MINUTE_MS);
      now = await save({ ...now, text: 'four' });
      now = await save({ ...now, text: 'five' });
      expect((await kept())[0]).toEqual(['four', 'Ben', 'draft']);
      await documents.discardDraft('a', now.version);
      expect((await kept())[0]).toEqual(['five', 'Ben', 'draft']);
      expect(await documents.listRevisions('a', 2)).toEqual([
        { path: 'a', number: 4, kind: 'draft', editor: BEN, at: clock.now(), publicationId: null },
        expect.objectContaining({ number: 3 }),
      ]);
      expect(await documents.readPublished(0)).toMatchObject({ version: 0, documents: new Map() });
      await publish(change('a', 'five'));
      expect(await documents.readPublished(0)).toMatchObject({ documents: new Map([['a', expect.objectContaining({ number: 5 })]]) });
    });

    it('lists what is due, the earliest first', async () => {
      const at = clock.now();
      await save(draft('late', 'x', 0, { state: 'scheduled', publishAt: at + 3 }));
      await save(draft('b', 'x', 0, { state: 'scheduled', publishAt: at + 2 }));
      await save(draft('a', 'x', 0, { state: 'scheduled', publishAt: at + 1 }));
      await save(draft('written', 'x'));
      expect((await documents.listDueDrafts(at + 2)).map(({ path }) => path)).toEqual(['a', 'b']);
      expect(await documents.listDueDrafts(at)).toEqual([]);
    });

    it('loses no revision and no order, however many publish at once', async () => {
      const numberOf = async (path: string): Promise<number> => (await documents.readPublished(0)).documents.get(path)?.number ?? 0;
      await fc.assert(fc.asyncProperty(fc.array(fc.subarray(['p', 'q', 'r'], { minLength: 1 }), { minLength: 2, maxLength: 8 }), async (publishers) => {
        const before = { p: await numberOf('p'), q: await numberOf('q'), r: await numberOf('r') };
        const version = await documents.version();
        const outcomes = await Promise.all(publishers.map((paths, i) => documents.publish(publication(...paths.map((path) => change(path, `${version}-${i}`, before[path as 'p']))))));
        const made = outcomes.flatMap((outcome, i) => (outcome === 'conflict' ? [] : [{ ...outcome, texts: publishers[i]!.map((path) => [path, `${version}-${i}`] as const) }]));
        // Each path is taken by one at most; ids have no gaps; and whoever was told that it is published finds it so.
        expect(made.length).toBeGreaterThan(0);
        expect(made.map(({ id }) => id).sort((a, b) => a - b)).toEqual(made.map((_, i) => version + 1 + i));
        const texts = await textsOf();
        for (const [path, text] of made.flatMap((one) => one.texts)) expect(texts[path]).toBe(text);
        for (const path of ['p', 'q', 'r'] as const) expect(await numberOf(path)).toBe(before[path] + made.filter(({ changes }) => changes.some((one) => one.path === path)).length);
      }), { numRuns: 12 });
    });

    it('keeps an image once, by its name', async () => {
      const image = { name: 'abc.png', type: 'image/png', content: new Uint8Array([0, 255, 13, 10]) };
      await opened.images.add(image);
      await opened.images.add(image);
      const read = await opened.images.read('abc.png');
      expect([read?.type, [...read?.content ?? []]]).toEqual(['image/png', [0, 255, 13, 10]]);
      expect(await opened.images.read('none.png')).toBeUndefined();
      expect(await opened.images.listNames()).toEqual(['abc.png']);
    });
  });
}
