import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { Locale } from '../../domain/locales.ts';
import { changeKnowledgeBase } from '../editing/change-knowledge-base.ts';
import type { ProposedDocument } from '../editing/golden-judgement.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Problem } from '../problem.ts';

export type DraftOutcome =
  | { readonly ok: true; readonly knowledge: Knowledge }
  /** Documents that cannot be read, or do not fit together. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The knowledge as it would be if documents were published now. Learning a language takes seconds, so
 * only those that are asked for are learned, and the same documents on the same knowledge once.
 * Rejects with AppError `unavailable` where too many others wait to be learned already.
 * @param locales in which it will be asked; in others it ranks as what is published.
 */
export type ReadDraft = (documents: readonly ProposedDocument[], locales: ReadonlySet<Locale>) => Promise<DraftOutcome>;

/** Each has indexes of some 16 MB a changed language. */
const KEPT = 3;
/** Learned one after the other, so that drafts leave the processor to the conversations; as many may wait. */
const MAX_WAITING = 8;

interface Kept {
  /** What it was begun from: after a publication the same documents make another knowledge base. */
  readonly on: Knowledge;
  readonly base: KnowledgeBase;
  readonly locales: ReadonlySet<Locale>;
  readonly learned: Promise<Knowledge>;
}

export function createReadDraft(published: () => Knowledge): ReadDraft {
  const kept = new Map<string, Kept>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** @param from what knows some of the languages already. */
  function learn(base: KnowledgeBase, locales: ReadonlySet<Locale>, from: Knowledge | Promise<Knowledge>): Promise<Knowledge> {
    if (waiting >= MAX_WAITING) throw new AppError('unavailable', 'too many drafts are being learned; try again in a moment');
    waiting += 1;
    const learned = last.then(async () => ({ base, search: await (await from).search.learn(base, locales) })).finally(() => { waiting -= 1; });
    last = learned.catch(() => undefined);
    return learned;
  }

  function remember(key: string, one: Kept): Promise<Knowledge> {
    kept.delete(key);
    kept.set(key, one);
    one.learned.catch(() => { if (kept.get(key) === one) kept.delete(key); });
    for (const [oldest, { on }] of kept) if (kept.size > KEPT || on !== one.on) kept.delete(oldest);
    return one.learned;
  }

  return async function readDraft(documents, locales) {
    const on = published();
    const key = keyOf(documents);
    const known = kept.get(key);
    if (known?.on === on) {
      if (locales.isSubsetOf(known.locales)) return { ok: true, knowledge: await remember(key, known) };
      const more = known.locales.union(locales);
      return { ok: true, knowledge: await remember(key, { ...known, locales: more, learned: learn(known.base, more, known.learned) }) };
    }
    const changed = changeKnowledgeBase(on.base, documents);
    if (!changed.ok) return changed;
    return { ok: true, knowledge: await remember(key, { on, base: changed.base, locales, learned: learn(changed.base, locales, on) }) };
  };
}

/** The order in which they are given does not matter. */
function keyOf(documents: readonly ProposedDocument[]): string {
  const sorted = documents.map(({ path, text }) => [path, text] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64');
}
