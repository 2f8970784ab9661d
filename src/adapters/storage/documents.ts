import { sql } from 'kysely';
import type { Clock, DocumentStore, Draft, NewPublication, Publication, Revision } from '../../ports.ts';
import type { Database } from './database.ts';
import { draftFromRow, draftToRow, publicationFromRow, revisionFromRow, revisionMarkFromRow } from './document-rows.ts';

type Transaction = Database['reader'];

/** A draft's text is kept among the revisions once so much has passed since it last was. */
const KEEP_EVERY_MS = 10 * 60_000;
/** Any number, the same for every process and another than the other locks': who publishes or changes drafts holds it. */
const DOCUMENT_LOCK = 7_164_326;
const REVISION_COLUMNS = ['path', 'number', 'text', 'kind', 'editor_id', 'editor_name', 'at', 'publication_id'] as const;
const MARK_COLUMNS = ['path', 'number', 'kind', 'editor_id', 'editor_name', 'at', 'publication_id'] as const;
/** Rows of one statement; SQLite takes 32,766 values. */
const BATCH = 500;

/** Revisions are only ever added; what is published of a document is the one that its row names. */
export function createDocumentStore(database: Database, clock: Clock): DocumentStore {
  return { ...createReading(database.reader), ...createWriting(database, clock) };
}

type Writing = Pick<DocumentStore, 'publish' | 'saveDraft' | 'saveDrafts' | 'discardDraft'>;

function createWriting(database: Database, clock: Clock): Writing {
  /** One after another, so that publications are seen in the order of their ids. Editors are few. */
  const writeAlone = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => database.write(async (transaction) => {
    if (database.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${DOCUMENT_LOCK})`.execute(transaction);
    return work(transaction);
  });
  return {
    publish: (publication) => writeAlone((transaction) => publish(clock, transaction, publication)),

    saveDraft: (draft) => writeAlone((transaction) => saveDraft(clock, transaction, draft)),

    saveDrafts: (drafts) => writeAlone(async (transaction) => {
      const saved: Draft[] = [];
      for (const draft of drafts) {
        const one = await saveDraft(clock, transaction, draft);
        // Rejecting takes back what was saved before it.
        if (one === 'conflict') throw new Conflict();
        saved.push(one);
      }
      return saved;
    }).catch((error: unknown) => {
      if (error instanceof Conflict) return 'conflict' as const;
      throw error;
    }),

    discardDraft: (path, version) => writeAlone(async (transaction) => {
      const row = await transaction.deleteFrom('document_draft').where('path', '=', path).where('version', '=', version).returningAll().executeTakeFirst();
      if (!row) return false;
      const { text, editor, updatedAt } = draftFromRow(row);
      await addRevision(transaction, path, { text, kind: 'draft', editor, at: updatedAt, publicationId: null });
      return true;
    }),
  };
}

function createReading(reader: Transaction): Omit<DocumentStore, keyof Writing> {
  return {
    async version() {
      const { last } = await reader.selectFrom('publication').select((select) => select.fn.max('id').as('last')).executeTakeFirstOrThrow();
      return last ?? 0;
    },

    async readPublished(after) {
      // One statement, so that all of it is of one moment: what the last publication changed is among it.
      const rows = await reader.selectFrom('document')
        .innerJoin('document_revision', (join) => join.onRef('document_revision.path', '=', 'document.path').onRef('document_revision.number', '=', 'document.published'))
        .select(REVISION_COLUMNS.map((column) => `document_revision.${column}` as const))
        .where('document.publication_id', '>', after).execute();
      const documents = new Map(rows.map((row) => [row.path, revisionFromRow(row)]));
      return { version: rows.reduce((most, { publication_id }) => Math.max(most, publication_id ?? 0), after), documents };
    },

    async listPublications(before, limit) {
      let query = reader.selectFrom('publication').selectAll().orderBy('id', 'desc').limit(limit);
      if (before !== null) query = query.where('id', '<', before);
      return (await query.execute()).map(publicationFromRow);
    },

    async getPublication(id) {
      const row = await reader.selectFrom('publication').selectAll().where('id', '=', id).executeTakeFirst();
      return row && publicationFromRow(row);
    },

    listDrafts: async () => (await reader.selectFrom('document_draft').selectAll().orderBy('path').execute()).map(draftFromRow),

    async getDraft(path) {
      const row = await reader.selectFrom('document_draft').selectAll().where('path', '=', path).executeTakeFirst();
      return row && draftFromRow(row);
    },

    async listDueDrafts(at) {
      const rows = await reader.selectFrom('document_draft').selectAll().where('state', '=', 'scheduled').where('publish_at', '<=', at).orderBy('publish_at').orderBy('path').execute();
      return rows.map(draftFromRow);
    },

    async listRevisions(path, limit) {
      const rows = await reader.selectFrom('document_revision').select(MARK_COLUMNS).where('path', '=', path).orderBy('number', 'desc').limit(limit).execute();
      return rows.map(revisionMarkFromRow);
    },

    async getRevision(path, number) {
      const row = await reader.selectFrom('document_revision').select(REVISION_COLUMNS).where('path', '=', path).where('number', '=', number).executeTakeFirst();
      return row && revisionFromRow(row);
    },

    async getRevisionAsOf(path, publicationId) {
      const row = await reader.selectFrom('document_revision').select(REVISION_COLUMNS).where('path', '=', path)
        .where('kind', '=', 'published').where('publication_id', '<=', publicationId).orderBy('number', 'desc').executeTakeFirst();
      return row && revisionFromRow(row);
    },
  };
}

async function saveDraft(clock: Clock, transaction: Transaction, draft: Omit<Draft, 'updatedAt'>): Promise<Draft | 'conflict'> {
  const now = clock.now();
  const row = await transaction.selectFrom('document_draft').selectAll().where('path', '=', draft.path).executeTakeFirst();
  if ((row?.version ?? 0) !== draft.version) return 'conflict';
  const before = row && draftFromRow(row);
  // What somebody else wrote stays theirs in the history.
  if (before && before.editor.id !== draft.editor.id && before.text !== draft.text) await addRevision(transaction, before.path, { text: before.text, kind: 'draft', editor: before.editor, at: before.updatedAt, publicationId: null });
  const keeps = (draft.state === 'review' && before?.state !== 'review') || (row !== undefined && now - row.kept_at >= KEEP_EVERY_MS);
  if (keeps) await addRevision(transaction, draft.path, { text: draft.text, kind: 'draft', editor: draft.editor, at: now, publicationId: null });
  const version = await countUp(transaction, draft.path, 'draft_versions');
  const saved: Draft = { ...draft, version, updatedAt: now };
  const values = { ...draftToRow(saved), kept_at: keeps || !row ? now : row.kept_at };
  await transaction.insertInto('document_draft').values(values).onConflict((conflict) => conflict.column('path').doUpdateSet(values)).execute();
  return saved;
}

async function publish(clock: Clock, transaction: Transaction, { kind, editor, note, changes }: NewPublication): Promise<Publication | 'conflict'> {
  if (!await isUpToDate(transaction, changes)) return 'conflict';
  const at = clock.now();
  const { last } = await transaction.selectFrom('publication').select((select) => select.fn.max('id').as('last')).executeTakeFirstOrThrow();
  const id = (last ?? 0) + 1;
  const numbers = new Map<string, number>();
  for (let start = 0; start < changes.length; start += BATCH) await replacePublished(transaction, changes.slice(start, start + BATCH), { id, editor, at }, numbers);
  const made = changes.map(({ path, from }) => ({ path, from, to: numbers.get(path)! }));
  const used = changes.filter(({ draftVersion }) => draftVersion !== null).map(({ path }) => path);
  for (let start = 0; start < used.length; start += BATCH) await transaction.deleteFrom('document_draft').where('path', 'in', used.slice(start, start + BATCH)).execute();
  await transaction.insertInto('publication').values({ id, kind, editor_id: editor.id, editor_name: editor.name, note, at, changes: JSON.stringify(made) }).execute();
  return { id, kind, editor, note, at, changes: made };
}

/** One of several was refused. */
class Conflict extends Error {}

/** Every change starts from what is published of its path, names it once, and uses up no draft but the one that was read. */
async function isUpToDate(transaction: Transaction, changes: NewPublication['changes']): Promise<boolean> {
  const paths = changes.map(({ path }) => path);
  if (new Set(paths).size < paths.length || paths.length === 0) return false;
  const published = new Map<string, number>();
  const drafts = new Map<string, number>();
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    for (const row of await transaction.selectFrom('document').select(['path', 'published']).where('path', 'in', batch).execute()) published.set(row.path, row.published);
    for (const row of await transaction.selectFrom('document_draft').select(['path', 'version']).where('path', 'in', batch).execute()) drafts.set(row.path, row.version);
  }
  return changes.every(({ path, from, draftVersion }) => (published.get(path) ?? 0) === from && (draftVersion === null || drafts.get(path) === draftVersion));
}

/** As few statements as there are batches: the first publication has every document. */
async function replacePublished(transaction: Transaction, changes: NewPublication['changes'], { id, editor, at }: Pick<Publication, 'id' | 'editor' | 'at'>, numbers: Map<string, number>): Promise<void> {
  const rows = await transaction.insertInto('document').values(changes.map(({ path }) => ({ path, published: 1, publication_id: id, revisions: 1, draft_versions: 0 })))
    .onConflict((conflict) => conflict.column('path').doUpdateSet((update) => ({ published: update('document.revisions', '+', 1), revisions: update('document.revisions', '+', 1), publication_id: id })))
    .returning(['path', 'revisions']).execute();
  for (const { path, revisions } of rows) numbers.set(path, revisions);
  await transaction.insertInto('document_revision').values(changes.map(({ path, text }) => ({
    path, number: numbers.get(path)!, text, kind: 'published', editor_id: editor.id, editor_name: editor.name, at, publication_id: id,
  }))).execute();
}

/** Returns its number. */
async function addRevision(transaction: Transaction, path: string, { text, kind, editor, at, publicationId }: Omit<Revision, 'path' | 'number'>): Promise<number> {
  const number = await countUp(transaction, path, 'revisions');
  await transaction.insertInto('document_revision').values({ path, number, text, kind, editor_id: editor.id, editor_name: editor.name, at, publication_id: publicationId }).execute();
  return number;
}

async function countUp(transaction: Transaction, path: string, counter: 'revisions' | 'draft_versions'): Promise<number> {
  const begun = { path, published: 0, publication_id: 0, revisions: 0, draft_versions: 0, [counter]: 1 };
  const row = await transaction.insertInto('document').values(begun)
    .onConflict((conflict) => conflict.column('path').doUpdateSet((update) => ({ [counter]: update(`document.${counter}`, '+', 1) })))
    .returning(counter).executeTakeFirstOrThrow();
  return Number(row[counter]);
}
