/**
 * What editors change: files of the knowledge base, held in the database. A document's text is the
 * file, byte for byte, and its path is the file's: `articles/<id>/article.yaml`,
 * `articles/<id>/<locale>.md`, `categories.yaml`, `exchange.yaml`.
 */
export interface DocumentStore {
  /** The id of the last publication; 0 where nothing was ever published. */
  version(): Promise<number>;
  /**
   * What is published, by path, as of one moment; what was taken away is there without a text.
   * @param after only what publications after this one brought; 0 for everything.
   */
  readPublished(after: number): Promise<{ readonly version: number; readonly documents: ReadonlyMap<string, Revision> }>;
  /**
   * Publishes all changes or none. `'conflict'` where one of them does not start from what is published of its
   * path now, or a draft it uses up has moved on. Durable when it resolves.
   */
  publish(publication: NewPublication): Promise<Publication | 'conflict'>;
  /** The latest first; `before` is the id of the last one of the page before, null for the first page. */
  listPublications(before: number | null, limit: number): Promise<Publication[]>;
  getPublication(id: number): Promise<Publication | undefined>;

  listDrafts(): Promise<Draft[]>;
  getDraft(path: string): Promise<Draft | undefined>;
  /** Makes or replaces it. `'conflict'` where its version is another than `draft.version` (0: there is none yet). Returns it with its new version. */
  saveDraft(draft: Omit<Draft, 'updatedAt'>): Promise<Draft | 'conflict'>;
  /** The same for several: all or none. */
  saveDrafts(drafts: readonly Omit<Draft, 'updatedAt'>[]): Promise<Draft[] | 'conflict'>;
  /** Keeps its text among the revisions, so that nothing that was written is lost. False where its version is another. */
  discardDraft(path: string, version: number): Promise<boolean>;
  /** Drafts that are scheduled for `at` or before, the earliest first. */
  listDueDrafts(at: number): Promise<Draft[]>;

  /** Of one document, the latest first, drafts that were kept among them. */
  listRevisions(path: string, limit: number): Promise<Omit<Revision, 'text'>[]>;
  getRevision(path: string, number: number): Promise<Revision | undefined>;
  /** What was published of it once this publication was. */
  getRevisionAsOf(path: string, publicationId: number): Promise<Revision | undefined>;
}

/** Who did it; `id` is null for the set-up, a command line and the schedule. */
export interface Editor {
  readonly id: string | null;
  readonly name: string;
}

export interface Revision {
  readonly path: string;
  /** Counted from 1 in each document. */
  readonly number: number;
  /** Null where it was taken away (an archived article). */
  readonly text: string | null;
  /** A draft is kept when it changes hands, is sent to review, is discarded, or ten minutes after it was kept last. */
  readonly kind: 'published' | 'draft';
  readonly editor: Editor;
  readonly at: number;
  /** That brought it; null for a draft. */
  readonly publicationId: number | null;
}

/** The one draft of a document that all editors share. */
export interface Draft {
  readonly path: string;
  /** Null asks for its removal. */
  readonly text: string | null;
  /** Number of the published revision that it was begun from; 0 where there was none. */
  readonly base: number;
  /** Counts up with every change, and on from there when another draft of the document is begun. */
  readonly version: number;
  readonly state: 'draft' | 'review' | 'scheduled';
  /** When it is published by itself, ms since the epoch; null unless scheduled. */
  readonly publishAt: number | null;
  /** Why the schedule could not publish it and gave it back; null where it did not. */
  readonly returned: 'conflict' | 'problems' | 'golden' | null;
  readonly editor: Editor;
  readonly updatedAt: number;
}

export type PublicationKind = 'seed' | 'publish' | 'schedule' | 'archive' | 'revert' | 'import';

export interface NewPublication {
  readonly kind: PublicationKind;
  readonly editor: Editor;
  /** Why, where somebody said so. */
  readonly note: string;
  readonly changes: readonly {
    readonly path: string;
    readonly text: string | null;
    /** Number of the published revision that this takes the place of; 0 where there was none. */
    readonly from: number;
    /** Version of the draft that is used up by this; null where it came from elsewhere. */
    readonly draftVersion: number | null;
  }[];
}

export interface Publication {
  /** Counts up; what processes follow. */
  readonly id: number;
  readonly kind: PublicationKind;
  readonly editor: Editor;
  readonly note: string;
  readonly at: number;
  /** Numbers of revisions; 0 for none. */
  readonly changes: readonly { readonly path: string; readonly from: number; readonly to: number }[];
}
