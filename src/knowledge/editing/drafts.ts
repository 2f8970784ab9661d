import { stringify } from 'yaml';
import type { Article } from '../../domain/article.ts';
import { articlePath, readDocumentPath, translationPath } from '../../domain/documents/document-path.ts';
import { AppError } from '../../domain/errors.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Clock, DocumentStore, Draft, Editor } from '../../ports.ts';
import { severityOf } from '../check/severity-of.ts';
import { writeTranslationFile } from '../files/write-translation-file.ts';
import { formatProblem, type Problem } from '../problem.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import type { ProposedDocument } from './golden-judgement.ts';

/** What is wrong with documents beside what is published. */
export type CheckProposed = (documents: readonly ProposedDocument[]) => Promise<Problem[]>;

export type DraftOutcome =
  | { readonly state: 'saved'; readonly draft: Draft; readonly problems: readonly Problem[] }
  /** The draft as it is now, if there is one. */
  | { readonly state: 'conflict'; readonly draft: Draft | undefined };

/** What an article is begun with. */
export interface NewArticle extends Pick<Article, 'id' | 'category' | 'intent' | 'urgency' | 'covers' | 'related' | 'tags'> {
  readonly locale: Locale;
  readonly title: string;
  readonly summary: string;
  readonly phrasings: readonly string[];
}

export interface Drafts {
  /** Rejects with AppError `invalid-input` or `too-large` (field `text`) where no draft may hold the text. */
  save(editor: Editor, draft: Pick<Draft, 'path' | 'text' | 'version' | 'base'>): Promise<DraftOutcome>;
  /** Rejects with AppError `invalid-input` (field `publishAt`), and refuses to schedule what has errors. */
  move(editor: Editor, to: Pick<Draft, 'path' | 'version' | 'state' | 'publishAt'>): Promise<DraftOutcome | { readonly state: 'refused'; readonly problems: readonly Problem[] }>;
  discard(path: string, version: number): Promise<boolean>;
  /** The paths of its drafts. Rejects with AppError `conflict` (field `id`) where the id was ever used. */
  createArticle(editor: Editor, article: NewArticle): Promise<string[]>;
}

/** What may not even be kept as a draft: it could not be shown again, or should not be known. */
const UNKEPT = new Set<Problem['code']>(['unreadable-character', 'secret', 'bad-path']);

export function createDrafts({ documents, live, check, clock }: {
  documents: Pick<DocumentStore, 'getDraft' | 'saveDraft' | 'saveDrafts' | 'discardDraft' | 'listDrafts'>;
  live: Pick<LiveKnowledge, 'published'>;
  check: CheckProposed;
  clock: Clock;
}): Drafts {
  async function checkKept(proposed: readonly ProposedDocument[]): Promise<Problem[]> {
    const problems = await check(proposed);
    const worst = problems.find(({ code, field }) => UNKEPT.has(code) || (code === 'too-many' && field === 'text'));
    if (worst) throw new AppError(worst.code === 'too-many' ? 'too-large' : 'invalid-input', formatProblem(worst), { field: 'text' });
    return problems;
  }

  return {
    async save(editor, { path, text, version, base }) {
      const problems = await checkKept([{ path, text }]);
      const before = await documents.getDraft(path);
      // What was scheduled was looked at as it was; a changed text is looked at again.
      const state = before?.state === 'review' ? 'review' : 'draft';
      const saved = await documents.saveDraft({ path, text, version, base, state, publishAt: null, returned: null, editor });
      return saved === 'conflict' ? { state: 'conflict', draft: await documents.getDraft(path) } : { state: 'saved', draft: saved, problems };
    },

    async move(editor, { path, version, state, publishAt }) {
      if ((state === 'scheduled') !== (publishAt !== null)) throw new AppError('invalid-input', 'publishAt: expected a time where the state is scheduled, and none otherwise', { field: 'publishAt' });
      if (publishAt !== null && publishAt <= clock.now()) throw new AppError('invalid-input', 'publishAt: expected a time in the future', { field: 'publishAt' });
      const before = await documents.getDraft(path);
      if (before?.version !== version) return { state: 'conflict', draft: before };
      const problems = await check(state === 'scheduled' ? await alongside(before, publishAt!) : [before]);
      if (state === 'scheduled' && problems.some(({ code, file }) => file === path && severityOf(code) === 'error')) return { state: 'refused', problems };
      const saved = await documents.saveDraft({ ...before, state, publishAt, returned: null, editor });
      return saved === 'conflict' ? { state: 'conflict', draft: await documents.getDraft(path) } : { state: 'saved', draft: saved, problems };
    },

    discard: (path, version) => documents.discardDraft(path, version),

    async createArticle(editor, { id, locale, title, summary, phrasings, ...settings }) {
      const isOf = (path: string): boolean => path.startsWith(`articles/${id}/`);
      const used = [...live.published().documents.keys(), ...(await documents.listDrafts()).map(({ path }) => path)];
      if (used.some(isOf)) throw new AppError('conflict', `id: there is or was an article ${id}`, { field: 'id' });
      const { category, covers, intent, urgency, related, tags } = settings;
      const proposed = [
        { path: articlePath(id), text: stringify({ category, covers, intent, urgency, related, ...(tags.length > 0 && { tags }) }, { lineWidth: 0 }) },
        { path: translationPath(id, locale), text: writeTranslationFile({ title, summary, phrasings, calmPhrasings: [], body: '' }) },
      ];
      await checkKept(proposed);
      const begun = proposed.map((document) => ({ ...document, version: 0, base: 0, state: 'draft' as const, publishAt: null, returned: null, editor }));
      if (await documents.saveDrafts(begun) === 'conflict') throw new AppError('conflict', `id: there is or was an article ${id}`, { field: 'id' });
      return begun.map(({ path }) => path);
    },
  };

  /** With the drafts of the same article that need it: those that are published at the same moment, and its settings. */
  async function alongside(draft: Draft, publishAt: number): Promise<Draft[]> {
    const name = readDocumentPath(draft.path);
    const settings = name && 'articleId' in name ? articlePath(name.articleId) : undefined;
    const others = (await documents.listDrafts()).filter(({ path, state, publishAt: at }) => path !== draft.path && ((state === 'scheduled' && at === publishAt) || path === settings));
    return [draft, ...others];
  }
}
