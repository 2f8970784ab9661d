import { AppError } from '../../domain/errors.ts';
import type { Draft, DocumentStore, Editor } from '../../ports.ts';

/** Somebody who types saves every second; who writes in between asks again. */
const TRIES = 5;

/** What there is of a document: its draft where there is one, what is published otherwise, null where there is nothing. */
export interface WorkingText {
  readonly text: string | null;
  readonly draft: Draft | undefined;
  /** Number of the published revision that a draft begins from. */
  readonly base: number;
}

export async function readWorkingText(documents: Pick<DocumentStore, 'version' | 'getDraft' | 'getRevisionAsOf'>, path: string): Promise<WorkingText> {
  const draft = await documents.getDraft(path);
  if (draft) return { text: draft.text, draft, base: draft.base };
  const published = await documents.getRevisionAsOf(path, await documents.version());
  return { text: published?.text ?? null, draft, base: published?.number ?? 0 };
}

/**
 * Changes a document's draft, and begins one where there is none. What somebody saves meanwhile is changed
 * instead, never overwritten.
 * @param change the new text of the text as it is now; the same text where there is nothing to change.
 * @returns the draft, undefined where nothing was to change. Rejects with `conflict` where it never stands still.
 */
export async function editDraft(documents: Pick<DocumentStore, 'version' | 'getDraft' | 'getRevisionAsOf' | 'saveDraft'>, path: string, editor: Editor, change: (text: string | null) => string | null): Promise<Draft | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { text, draft, base } = await readWorkingText(documents, path);
    const changed = change(text);
    if (changed === text) return draft;
    const saved = await documents.saveDraft({ path, text: changed, base, version: draft?.version ?? 0, state: 'draft', publishAt: null, returned: null, editor });
    if (saved !== 'conflict') return saved;
  }
  throw new AppError('conflict', `${path} is being changed by somebody; try again`, { field: 'path' });
}
