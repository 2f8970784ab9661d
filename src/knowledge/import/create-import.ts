import { AppError } from '../../domain/errors.ts';
import type { ImportKind } from '../../domain/import-kind.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { DocumentStore, Draft, Editor } from '../../ports.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ImportError, ImportImage } from './import-row.ts';
import { planImport, type ImportedDocument } from './plan-import.ts';
import { readImport, type ImportFile } from './read-import.ts';

/** Most bytes of one import, all files together. */
const MAX_BYTES = 5_000_000;
/** Drafts that are written at once: they share a commit. */
const AT_ONCE = 50;

export interface ImportInput {
  readonly kind: ImportKind;
  readonly files: readonly ImportFile[];
  readonly locale: Locale;
  readonly category: string;
  readonly replace: boolean;
}

export interface ImportPreview {
  readonly documents: ImportedDocument[];
  readonly errors: ImportError[];
  readonly images: ImportImage[];
}

export type ImportResult =
  | { readonly state: 'imported'; readonly documents: { path: string; version: number }[]; readonly leftOut: ImportError[] }
  | { readonly state: 'refused'; readonly errors: ImportError[] }
  /** Drafts that somebody changed while these were written; they are as they left them. */
  | { readonly state: 'conflict'; readonly written: string[]; readonly paths: string[] };

export interface Import {
  /** What would be made. Rejects with `too-large` and, for a category that is none, `invalid-input`. */
  preview(input: ImportInput): Promise<ImportPreview>;
  /** Writes drafts, and never publishes. @param leaveOutWrong rows that are wrong are left out; otherwise nothing is written where one is. */
  run(input: ImportInput & { readonly leaveOutWrong: boolean }, editor: Editor): Promise<ImportResult>;
}

/** Brings articles from elsewhere, as drafts. */
export function createImport({ documents, knowledge, redact }: {
  documents: Pick<DocumentStore, 'readPublished' | 'listDrafts' | 'saveDraft'>;
  knowledge: () => Knowledge;
  redact: Redact;
}): Import {
  async function prepare({ kind, files, locale, category, replace }: ImportInput) {
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    if (bytes > MAX_BYTES) throw new AppError('too-large', `the files have ${bytes} bytes; expected at most ${MAX_BYTES} in one import`, { field: 'files' });
    const { base } = knowledge();
    if (!base.categories.some(({ id }) => id === category)) throw new AppError('invalid-input', 'expected a category of categories.yaml', { field: 'category' });
    const [published, drafts] = await Promise.all([documents.readPublished(0), documents.listDrafts()]);
    const existing = new Map<string, 'draft' | 'published'>();
    for (const [path, { text }] of published.documents) if (text !== null) existing.set(path, 'published');
    for (const { path } of drafts) existing.set(path, 'draft');
    const { rows, facts, errors, images } = await readImport(kind, files);
    const plan = planImport(rows, facts, { locale, category, replace, existing, base, redact });
    const draftOf = new Map(drafts.map((draft) => [draft.path, draft]));
    const draftFor = ({ path, text }: ImportedDocument, editor: Editor): Omit<Draft, 'updatedAt'> => ({
      path, text, base: draftOf.get(path)?.base ?? published.documents.get(path)?.number ?? 0, version: draftOf.get(path)?.version ?? 0,
      state: 'draft', publishAt: null, returned: null, editor,
    });
    return { documents: plan.documents, errors: [...errors, ...plan.errors], images: [...images], draftFor };
  }

  return {
    async preview(input) {
      const { draftFor: _draftFor, ...preview } = await prepare(input);
      return preview;
    },

    async run({ leaveOutWrong, ...input }, editor) {
      const { documents: planned, errors, draftFor } = await prepare(input);
      if (errors.length > 0 && !leaveOutWrong) return { state: 'refused', errors };
      const written: { path: string; version: number }[] = [];
      const conflicts: string[] = [];
      for (let i = 0; i < planned.length; i += AT_ONCE) {
        await Promise.all(planned.slice(i, i + AT_ONCE).map(async (document) => {
          const saved = await documents.saveDraft(draftFor(document, editor));
          if (saved === 'conflict') conflicts.push(document.path);
          else written.push({ path: saved.path, version: saved.version });
        }));
      }
      if (conflicts.length > 0) return { state: 'conflict', written: written.map(({ path }) => path), paths: conflicts };
      return { state: 'imported', documents: written, leftOut: errors };
    },
  };
}
