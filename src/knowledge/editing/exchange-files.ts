import { createHash } from 'node:crypto';
import { createTwoFilesPatch, diffLines } from 'diff';
import { readDocumentPath } from '../../domain/documents/document-path.ts';
import type { Draft, DocumentStore, Editor, NewPublication, Publication } from '../../ports.ts';
import { severityOf } from '../check/severity-of.ts';
import { findImages, imageName } from '../content/article-markdown.ts';
import type { Problem } from '../problem.ts';
import type { Published } from './live-knowledge.ts';

/** A file of a folder that is not as it is published, or the other way round. */
export interface FileDifference {
  readonly path: string;
  readonly change: 'new' | 'changed' | 'removed';
  /** Lines. */
  readonly added: number;
  readonly removed: number;
  /** What it takes the place of; null where nothing. */
  readonly before: string | null;
  readonly text: string | null;
}

/** What makes a folder's documents those that are published. Files that were never published stay. */
export function listPulled({ documents }: Published, texts: ReadonlyMap<string, string>): FileDifference[] {
  return [...documents.values()].flatMap(({ path, text }) => describeDifference(path, texts.get(path) ?? null, text)).sort(byPath);
}

/** What publishing a folder's documents would change. What the folder does not have is no difference: a part of a knowledge base may be pushed. */
export function listPushed({ documents }: Published, texts: ReadonlyMap<string, string>): FileDifference[] {
  return [...texts].filter(([path]) => readDocumentPath(path)).flatMap(([path, text]) => describeDifference(path, documents.get(path)?.text ?? null, text)).sort(byPath);
}

function describeDifference(path: string, before: string | null, text: string | null): FileDifference[] {
  if (before === text) return [];
  const parts = diffLines(before ?? '', text ?? '');
  const count = (which: 'added' | 'removed'): number => parts.filter((part) => part[which]).reduce((sum, part) => sum + part.count, 0);
  return [{ path, change: before === null ? 'new' : text === null ? 'removed' : 'changed', added: count('added'), removed: count('removed'), before, text }];
}

function byPath(a: FileDifference, b: FileDifference): number {
  return a.path < b.path ? -1 : 1;
}

/** For people, as `git diff` has it. */
export function formatDifference({ path, before, text }: FileDifference): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before ?? '', text ?? '', undefined, undefined, { context: 2 });
}

/** Names of the images that published texts show. */
export function listShownImages({ documents }: Published): string[] {
  const names = [...documents.values()].flatMap(({ text }) => findImages(text ?? '').flatMap(({ target }) => imageName(target) ?? []));
  return [...new Set(names)].sort();
}

/** The name that an image's bytes give it, with the ending that it has. */
export function nameOfImage(content: Uint8Array, ending: string): string {
  return `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.${ending}`;
}

export type PushOutcome =
  | { readonly state: 'published'; readonly publication: Publication }
  | { readonly state: 'drafted'; readonly drafts: readonly Draft[] }
  /** Errors keep anything from being published; drafts may have them. */
  | { readonly state: 'refused'; readonly problems: readonly Problem[] }
  /** Drafts that editors have begun on these paths, or a publication meanwhile. */
  | { readonly state: 'conflict'; readonly paths: readonly string[] };

/** Makes what a folder has drafts, or publishes it: all of it or nothing. */
export async function pushFiles(differences: readonly FileDifference[], { documents, published, check, editor, publishes, note }: {
  documents: Pick<DocumentStore, 'publish' | 'saveDrafts' | 'listDrafts'>;
  published: Published;
  check: (documents: NewPublication['changes']) => Promise<readonly Problem[]>;
  editor: Editor;
  /** False: as drafts. */
  publishes: boolean;
  note: string;
}): Promise<PushOutcome> {
  const changes = differences.map(({ path, text }) => ({ path, text, from: published.documents.get(path)?.number ?? 0, draftVersion: null }));
  const problems = (await check(changes)).filter(({ code }) => severityOf(code) === 'error');
  const unkept = problems.filter(({ code }) => code === 'unreadable-character' || code === 'secret');
  if (publishes ? problems.length > 0 : unkept.length > 0) return { state: 'refused', problems: publishes ? problems : unkept };
  if (publishes) {
    const publication = await documents.publish({ kind: 'import', editor, note, changes });
    return publication === 'conflict' ? { state: 'conflict', paths: changes.map(({ path }) => path) } : { state: 'published', publication };
  }
  const begun = (await documents.listDrafts()).filter(({ path, text }) => differences.some((one) => one.path === path && one.text !== text));
  if (begun.length > 0) return { state: 'conflict', paths: begun.map(({ path }) => path) };
  const fresh = new Set((await documents.listDrafts()).map(({ path }) => path));
  const drafts = await documents.saveDrafts(changes.filter(({ path }) => !fresh.has(path)).map(({ path, text, from }) => ({ path, text, version: 0, base: from, state: 'draft', publishAt: null, returned: null, editor })));
  return drafts === 'conflict' ? { state: 'conflict', paths: changes.map(({ path }) => path) } : { state: 'drafted', drafts };
}
