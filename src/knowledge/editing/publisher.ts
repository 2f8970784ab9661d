import { readDocumentPath } from '../../domain/documents/document-path.ts';
import { AppError } from '../../domain/errors.ts';
import type { Doorbell, DocumentStore, Editor, Logger, NewPublication, Publication, PublicationKind } from '../../ports.ts';
import { severityOf } from '../check/severity-of.ts';
import type { Problem } from '../problem.ts';
import type { CheckProposed } from './drafts.ts';
import { needsReason, type GoldenJudgement, type JudgePublication } from './golden-judgement.ts';
import type { LiveKnowledge } from './live-knowledge.ts';

export type ReleaseOutcome =
  /** With what is worth knowing all the same. */
  | { readonly state: 'published'; readonly publication: Publication; readonly problems: readonly Problem[] }
  /** Somebody changed this document since it was read. */
  | { readonly state: 'conflict'; readonly path: string }
  | { readonly state: 'refused'; readonly problems: readonly Problem[] };

export type PublishOutcome = ReleaseOutcome
  /** Golden questions of other articles would break, and nobody has said why. */
  | { readonly state: 'needs-reason'; readonly golden: GoldenJudgement };

export interface Release {
  readonly kind: PublicationKind;
  readonly editor: Editor;
  readonly note: string;
  /** Why golden questions of other articles may break; null where nobody said. */
  readonly reason: string | null;
  /** False where what the assistant would say then was said before, or is not to hold it up. */
  readonly asksGolden: boolean;
  readonly changes: NewPublication['changes'];
}

export interface Publisher {
  /** What everything that publishes goes through: checks, golden questions, all or nothing, and used at once. */
  release(release: Release): Promise<PublishOutcome>;
  /** Publishes drafts as they were read. */
  publish(editor: Editor, drafts: readonly { readonly path: string; readonly version: number }[], why: { readonly note: string; readonly reason: string | null }): Promise<PublishOutcome>;
  /** Takes an article away. `needs-confirmation` where others lead to it. Rejects with AppError `not-found`. */
  archive(editor: Editor, articleId: string, options: { readonly note: string; readonly confirmed: boolean }): Promise<ReleaseOutcome | { readonly state: 'needs-confirmation'; readonly problems: readonly Problem[] }>;
  /** Publishes the texts of before. Rejects with AppError `not-found`, and `invalid-input` for the first publication. */
  revert(editor: Editor, publicationId: number, note: string): Promise<ReleaseOutcome>;
}

export interface PublisherParts {
  readonly documents: DocumentStore;
  readonly live: LiveKnowledge;
  readonly check: CheckProposed;
  readonly judge: JudgePublication;
  readonly doorbell: Pick<Doorbell, 'signal'>;
  readonly logger: Logger;
}

export function createPublisher(parts: PublisherParts): Publisher {
  const { documents, live, check } = parts;
  const release = createRelease(parts);

  const withoutGolden = async (given: Omit<Release, 'reason' | 'asksGolden'>): Promise<ReleaseOutcome> => {
    const outcome = await release({ ...given, reason: null, asksGolden: false });
    if (outcome.state === 'needs-reason') throw new Error('golden questions were not to be asked');
    return outcome;
  };

  return {
    release,

    async publish(editor, drafts, { note, reason }) {
      const changes: NewPublication['changes'][number][] = [];
      for (const { path, version } of drafts) {
        const draft = await documents.getDraft(path);
        if (draft?.version !== version) return { state: 'conflict', path };
        changes.push({ path, text: draft.text, from: draft.base, draftVersion: version });
      }
      return release({ kind: 'publish', editor, note, reason, asksGolden: true, changes });
    },

    async archive(editor, articleId, { note, confirmed }) {
      await live.refresh();
      const own = [...live.published().documents.values()].filter(({ path, text }) => text !== null && isOf(path, articleId));
      if (own.length === 0) throw new AppError('not-found', `there is no article ${articleId}`);
      const changes = own.map(({ path, number }) => ({ path, text: null, from: number, draftVersion: null }));
      const problems = await check(changes);
      if (!refuses(problems, changes) && problems.length > 0 && !confirmed) return { state: 'needs-confirmation', problems };
      const outcome = await withoutGolden({ kind: 'archive', editor, note, changes });
      if (outcome.state === 'published') for (const { path, version } of (await documents.listDrafts()).filter((draft) => isOf(draft.path, articleId))) await documents.discardDraft(path, version);
      return outcome;
    },

    async revert(editor, publicationId, note) {
      const publication = await documents.getPublication(publicationId);
      if (!publication) throw new AppError('not-found', `there is no publication ${publicationId}`);
      if (publication.kind === 'seed') throw new AppError('invalid-input', 'publicationId: before the first publication there was nothing', { field: 'publicationId' });
      const changes = await Promise.all(publication.changes.map(async ({ path, from, to }) => ({
        path, from: to, draftVersion: null, text: from === 0 ? null : (await documents.getRevision(path, from))?.text ?? null,
      })));
      return withoutGolden({ kind: 'revert', editor, note, changes });
    },
  };
}

function createRelease({ documents, live, check, judge, doorbell, logger }: PublisherParts): Publisher['release'] {
  /** The first change that does not start from what is there now. */
  async function findOutdated(changes: NewPublication['changes']): Promise<string | undefined> {
    for (const { path, from, draftVersion } of changes) {
      if ((live.published().documents.get(path)?.number ?? 0) !== from) return path;
      if (draftVersion !== null && (await documents.getDraft(path))?.version !== draftVersion) return path;
    }
    return undefined;
  }

  return async function release({ kind, editor, note, reason, asksGolden, changes }) {
    // Checked against what others published a moment ago, too.
    await live.refresh();
    const outdated = await findOutdated(changes);
    if (outdated !== undefined) return { state: 'conflict', path: outdated };
    const problems = await check(changes);
    if (refuses(problems, changes)) return { state: 'refused', problems };
    if (asksGolden && reason === null) {
      const golden = await judge(changes);
      if (needsReason(golden)) return { state: 'needs-reason', golden };
    }
    const publication = await documents.publish({ kind, editor, note: [note, reason ?? ''].filter(Boolean).join('\n'), changes });
    await live.refresh();
    if (publication === 'conflict') return { state: 'conflict', path: await findOutdated(changes) ?? changes[0]?.path ?? '' };
    logger.info('published', { publication: publication.id, kind, documents: changes.length });
    doorbell.signal({ type: 'knowledge' });
    return { state: 'published', publication, problems };
  };
}

function isOf(path: string, articleId: string): boolean {
  const name = readDocumentPath(path);
  return name !== undefined && 'articleId' in name && name.articleId === articleId;
}

/**
 * Errors of what is published refuse it, and so does what could not be loaded at all. What others lose by it
 * is told, and theirs to mend.
 */
export function refuses(problems: readonly Problem[], changes: readonly { readonly path: string }[]): boolean {
  const touched = new Set(changes.map(({ path }) => path));
  return problems.some(({ code, file }) => severityOf(code) === 'error' && (touched.has(file) || code === 'policy' || code === 'unknown-category' || code === 'no-article'));
}
