import type { MergedPiece } from '../../../domain/documents/merge-texts.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import type { DocumentProblem, WireDraft } from '../../../protocol/documents.ts';
import { RequestError } from '../../staff/connection/request.ts';
import type { EditorApi } from '../connection/editor-api.ts';
import { createBackup, type Synced } from './draft-backup.ts';
import { reconcile } from './reconcile.ts';

export type ReadDocument = RouteOutput<'readDocument'>;

export type Saving =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'offline' }
  /** The server does not take it as it is; it is kept here and tried again with the next change. */
  | { readonly state: 'refused'; readonly code: string; readonly words: string };

export interface DocumentState {
  readonly loading: 'loading' | 'failed' | 'ready';
  /** As it is on the screen; null where there is no text, or it is to be removed. */
  readonly text: string | null;
  readonly saving: Saving;
  /** As the server told it last. */
  readonly known: ReadDocument | null;
  readonly problems: readonly DocumentProblem[];
  /** Two changed the same lines: what is agreed and what is not; null where all is one. */
  readonly clash: readonly MergedPiece[] | null;
  /** Whoever changed it last besides this page, and when. */
  readonly other: { readonly name: string; readonly at: number } | null;
}

export interface DocumentSession {
  getState(): DocumentState;
  subscribe(listener: () => void): () => void;
  change(text: string): void;
  /** Ends a clash with the text that both are to have. */
  settle(text: string): void;
  /** Saves what is not saved. True when the server has it all. */
  flush(): Promise<boolean>;
  /** Reads again now, as after the draft was moved, discarded or published. */
  refresh(): Promise<void>;
  /** Saves what is not saved yet and stops. */
  dispose(): void;
}

interface Options {
  readonly path: string;
  readonly api: Pick<EditorApi, 'readDocument' | 'readRevision' | 'saveDraft'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The tab: what it saved itself is not told as the change of another. */
  readonly myId: string;
  /** Calls once after so many ms; gives back how to keep it from that. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

const SAVE_AFTER_MS = 800;
const LOOK_EVERY_MS = 5_000;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000];
const NOTHING: DocumentState = { loading: 'loading', text: null, saving: { state: 'saved' }, known: null, problems: [], clash: null, other: null };

/** What a session knows, and what every step of it may do. */
interface Core extends Options {
  readonly backup: ReturnType<typeof createBackup>;
  state: DocumentState;
  /** What the server had when page and server were last of one mind. */
  synced: Synced;
  /** What the other saved, while a clash with it is not settled. */
  theirs: Synced | null;
  running: Promise<void> | null;
  /** The draft now stands on what was published since it was begun; the server is to know that, also where no word changes. */
  isRebased: boolean;
  /** How many were answered. */
  saves: number;
  failures: number;
  isDisposed: boolean;
  stopSaving: () => void;
  update(change: Partial<DocumentState>): void;
}

/** One document that is being edited: saves by itself, takes in what others save, and loses nothing of either. */
export function createDocumentSession(options: Options): DocumentSession {
  const listeners = new Set<() => void>();
  const core: Core = {
    ...options, backup: createBackup(options.storage, options.path, options.myId),
    state: NOTHING, synced: { text: null, version: 0, base: 0 }, theirs: null, running: null, isRebased: false, saves: 0, failures: 0, isDisposed: false, stopSaving: () => undefined,
    update(change) {
      core.state = { ...core.state, ...change };
      for (const listener of listeners) listener();
    },
  };
  const stopLooking = keepLooking(core);
  return {
    getState: () => core.state,
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    change(text) {
      if (text === core.state.text || core.state.clash) return;
      core.backup.keep(core.synced, text);
      core.update({ text, saving: { state: text === core.synced.text ? 'saved' : 'waiting' } });
      planSave(core, SAVE_AFTER_MS);
    },
    settle(text) {
      const { theirs } = core;
      if (!theirs) return;
      core.theirs = null;
      core.update({ clash: null });
      adopt(core, theirs, text);
      planSave(core, 0);
    },
    async flush() {
      await save(core);
      return !isDirty(core) && !core.state.clash;
    },
    refresh: () => read(core),
    dispose() {
      stopLooking();
      core.stopSaving();
      void save(core);
      core.isDisposed = true;
    },
  };
}

function isDirty({ state, synced, isRebased }: Core): boolean {
  return state.text !== synced.text || isRebased;
}

function planSave(core: Core, ms: number): void {
  core.stopSaving();
  if (!core.isDisposed) core.stopSaving = core.setTimer(() => { void save(core); }, ms);
}

/** Takes in what the server has; a clash waits for whoever sits here. */
function receive(core: Core, server: Synced, mine: string | null): void {
  const reconciled = reconcile(core.synced, mine, server);
  if (reconciled.kind === 'agreed') return adopt(core, reconciled.synced, reconciled.text);
  core.theirs = server;
  core.backup.keep(core.synced, mine);
  core.update({ text: mine, clash: reconciled.pieces, saving: { state: 'waiting' } });
}

function adopt(core: Core, server: Synced, text: string | null): void {
  core.synced = server;
  const isSaved = text === server.text && !core.isRebased;
  if (isSaved) core.backup.drop();
  else core.backup.keep(server, text);
  core.update({ text, saving: { state: isSaved ? 'saved' : 'waiting' } });
  if (!isSaved) planSave(core, SAVE_AFTER_MS);
}

function save(core: Core): Promise<void> {
  const { state } = core;
  if (core.running) return core.running.then(() => (isDirty(core) && core.state.saving.state === 'waiting' ? save(core) : undefined));
  if (!isDirty(core) || state.clash || state.text === null || state.loading !== 'ready') return Promise.resolve();
  core.stopSaving();
  core.running = send(core, state.text).finally(() => { core.running = null; });
  return core.running;
}

async function send(core: Core, text: string): Promise<void> {
  core.update({ saving: { state: 'saving' } });
  try {
    const answer = await core.api.saveDraft({ path: core.path, text, version: core.synced.version, base: core.synced.base });
    core.saves += 1;
    core.failures = 0;
    if (answer.state === 'conflict') await takeTheirs(core, answer.draft);
    else finishSave(core, text, answer.draft, answer.problems);
  } catch (error) {
    failSave(core, error);
  }
}

function finishSave(core: Core, sent: string, draft: WireDraft, problems: readonly DocumentProblem[]): void {
  const { state } = core;
  core.isRebased = false;
  core.update({ known: state.known && { ...state.known, draft }, problems });
  adopt(core, toSynced(draft), state.text === sent ? draft.text : state.text);
}

async function takeTheirs(core: Core, draft: WireDraft | null): Promise<void> {
  if (!draft) return readAnew(core);
  core.update({ other: otherOf(core, draft), known: core.state.known && { ...core.state.known, draft } });
  receive(core, toSynced(draft), core.state.text);
}

function failSave(core: Core, error: unknown): void {
  const { code, message } = error instanceof RequestError ? error : { code: 'internal', message: String(error) };
  const isPassing = code === 'offline' || code === 'unavailable' || code === 'too-many-requests';
  core.update({ saving: isPassing ? { state: 'offline' } : { state: 'refused', code, words: message } });
  if (isPassing) planSave(core, RETRY_MS[Math.min(core.failures, RETRY_MS.length - 1)] ?? SAVE_AFTER_MS);
  core.failures += 1;
}

function otherOf({ myId, state }: Core, draft: WireDraft): DocumentState['other'] {
  return draft.editor.id === myId ? state.other : { name: draft.editor.name, at: draft.updatedAt };
}

function toSynced({ text, version, base }: WireDraft): Synced {
  return { text, version, base };
}

async function read(core: Core): Promise<void> {
  const before = core.saves;
  try {
    const known = await core.api.readDocument(core.path);
    // What was read before a save ended is older than what the save brought.
    const isOld = (): boolean => core.isDisposed || before !== core.saves || (core.running !== null && core.state.loading === 'ready');
    if (isOld()) return;
    takeRead(core, known);
    await rebase(core, known, isOld);
  } catch (error) {
    if (core.state.loading === 'loading') core.update({ loading: 'failed' });
    else if (error instanceof RequestError && error.code === 'offline' && isDirty(core)) core.update({ saving: { state: 'offline' } });
  }
}

/** The draft that was saved upon is gone, discarded or published: what is there now comes in its place. */
async function readAnew(core: Core): Promise<void> {
  takeRead(core, await core.api.readDocument(core.path));
}

function takeRead(core: Core, known: ReadDocument): void {
  const { draft, published } = known;
  const server: Synced = draft ? toSynced(draft) : { text: published?.text ?? null, version: 0, base: published?.number ?? 0 };
  if (core.state.loading !== 'ready') {
    const kept = core.backup.read();
    core.synced = kept?.synced ?? server;
    const other = kept && draft && draft.version !== kept.synced.version ? otherOf(core, draft) : null;
    core.update({ loading: 'ready', known, problems: known.problems, text: kept ? kept.text : server.text, other });
    return receive(core, server, core.state.text);
  }
  const isNews = server.version !== core.synced.version || (server.base !== core.synced.base && !core.isRebased);
  core.update({ known, ...(isDirty(core) ? {} : { problems: known.problems }), ...(isNews && draft ? { other: otherOf(core, draft) } : {}) });
  if (!isNews) return;
  // While a clash is open, its other side moves on with them.
  if (core.state.clash && draft?.version !== core.theirs?.version) core.update({ clash: null });
  if (!core.state.clash) receive(core, server, core.state.text);
}

/**
 * Something else was published since the draft was begun, as by a revert: the draft is put on top of
 * that, with both changes in it, and saved as such.
 */
async function rebase(core: Core, { draft, published }: ReadDocument, isOld: () => boolean): Promise<void> {
  if (!draft || !published || draft.base === published.number || draft.text === null || published.text === null || core.isRebased || core.state.clash) return;
  const begun = draft.base === 0 ? '' : (await core.api.readRevision(core.path, draft.base)).revision.text ?? '';
  if (isOld() || core.state.clash || core.synced.version !== draft.version) return;
  const server: Synced = { text: draft.text, version: draft.version, base: published.number };
  const reconciled = reconcile({ ...server, text: begun }, core.state.text, { ...server, text: published.text });
  core.isRebased = true;
  core.update({ other: published.editor.id === core.myId ? core.state.other : { name: published.editor.name, at: published.at } });
  if (reconciled.kind === 'agreed') return adopt(core, server, reconciled.text);
  core.theirs = server;
  core.update({ clash: reconciled.pieces, saving: { state: 'waiting' } });
}

/** Reads again and again, so that what others do is seen. */
function keepLooking(core: Core): () => void {
  let stop = (): void => undefined;
  const look = (): void => {
    stop();
    if (!core.isDisposed) stop = core.setTimer(() => { void read(core).then(look); }, LOOK_EVERY_MS);
  };
  void read(core).then(look);
  return () => { stop(); };
}
