import { AppError } from '../../domain/errors.ts';
import { compareGolden, MAX_GOLDEN_QUESTIONS, type GoldenOutcome, type GoldenQuestion, type GoldenResult } from '../../domain/golden-question.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { GoldenStore } from '../../ports.ts';
import type { JudgePublication, ProposedDocument } from '../editing/golden-judgement.ts';
import { articleOf, changeKnowledgeBase } from '../editing/change-knowledge-base.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Problem } from '../problem.ts';
import type { ReadDraft } from './draft-knowledge.ts';
import { findNeighbours } from './find-neighbours.ts';
import { listHeardLocales } from './list-heard-locales.ts';

/** What the assistant does with a question as the first message. Pure of everything but the knowledge. */
export type AskGolden = (question: Pick<GoldenQuestion, 'utterance' | 'locale'>, knowledge: Knowledge) => Promise<GoldenOutcome>;

export interface GoldenQuestions {
  /** By article, locale and words. */
  list(articleId?: string): Promise<readonly GoldenQuestion[]>;
  /** Rejects with AppError `invalid-input` (a secret, an article that is not there), `conflict` (pinned already) or `too-large` (too many). */
  save(question: GoldenQuestion): Promise<GoldenQuestion>;
  /** Rejects with AppError `not-found`. */
  remove(id: string): Promise<void>;
  /** Those of the changed articles and of their neighbours; all where nothing is changed. Documents that cannot be read are problems. */
  run(documents: readonly ProposedDocument[]): Promise<{ readonly results: readonly GoldenResult[]; readonly problems: readonly Problem[] }>;
  readonly judge: JudgePublication;
}

export function createGoldenQuestions({ golden, published, readDraft, ask, hasDraft, redact }: {
  golden: GoldenStore;
  published: () => Knowledge;
  readDraft: ReadDraft;
  ask: AskGolden;
  /** Whether an article that is not published is being written. */
  hasDraft: (articleId: string) => Promise<boolean>;
  redact: Redact;
}): GoldenQuestions {
  const askOnce = createAskOnce(ask);

  async function run(documents: readonly ProposedDocument[]): Promise<{ results: GoldenResult[]; problems: readonly Problem[] }> {
    const before = published();
    const questions = await golden.list();
    if (questions.length === 0) return { results: [], problems: [] };
    if (documents.length === 0) return { results: await compareAll(questions, before, before), problems: [] };
    const changed = changeKnowledgeBase(before.base, documents);
    if (!changed.ok) return { results: [], problems: changed.problems };
    const own = new Set(documents.flatMap(({ path }) => articleOf(path) ?? []));
    const neighbours = await findNeighbours(own, { before, after: changed.base, documents });
    const concerned = questions.filter(({ articleId }) => neighbours.has(articleId));
    if (concerned.length === 0) return { results: [], problems: [] };
    const draft = await readDraft(documents, localesOf(concerned, before));
    return draft.ok ? { results: await compareAll(concerned, before, draft.knowledge, own), problems: [] } : { results: [], problems: draft.problems };
  }

  async function compareAll(questions: readonly GoldenQuestion[], before: Knowledge, after: Knowledge, own: ReadonlySet<string> = new Set()): Promise<GoldenResult[]> {
    const results: GoldenResult[] = [];
    for (const question of questions) results.push(compareGolden(question, await askOnce(question, before), await askOnce(question, after), own));
    return results;
  }

  return {
    run,
    list: async (articleId) => (await golden.list()).filter((one) => articleId === undefined || one.articleId === articleId),
    async save(question) {
      refuseSecrets(question, redact);
      if (!published().base.articles.has(question.articleId) && !await hasDraft(question.articleId)) {
        throw new AppError('invalid-input', `articleId: there is no article ${question.articleId}`, { field: 'articleId' });
      }
      const all = await golden.list();
      if (all.length >= MAX_GOLDEN_QUESTIONS && !all.some(({ id }) => id === question.id)) {
        throw new AppError('too-large', `there are ${all.length} golden questions; remove some first`, { field: 'utterance' });
      }
      if (await golden.save(question) === 'duplicate') throw new AppError('conflict', 'utterance: these words are pinned already', { field: 'utterance' });
      return question;
    },
    async remove(id) {
      if (!await golden.remove(id)) throw new AppError('not-found', `there is no golden question ${id}`);
    },
    async judge(documents) {
      const { results } = await run(documents);
      return { run: results.length, changed: results.filter(({ changed, broken }) => changed || broken), broken: results.filter(({ broken }) => broken) };
    },
  };
}

function refuseSecrets({ utterance }: GoldenQuestion, redact: Redact): void {
  const { kinds } = redact(utterance);
  if (kinds.length > 0) throw new AppError('invalid-input', `utterance: expected no secrets, but this looks like ${kinds.join(', ')}`, { field: 'utterance' });
}

function localesOf(questions: readonly GoldenQuestion[], { search }: Knowledge): ReadonlySet<Locale> {
  return new Set(questions.flatMap(({ utterance, locale }) => [...listHeardLocales(utterance, locale, search)]));
}

/** What the assistant does with a question does not change while the knowledge does not. */
function createAskOnce(ask: AskGolden): AskGolden {
  const asked = new WeakMap<Knowledge, Map<string, Promise<GoldenOutcome>>>();
  return async (question, knowledge) => {
    const known = asked.get(knowledge) ?? new Map<string, Promise<GoldenOutcome>>();
    asked.set(knowledge, known);
    const key = `${question.locale} ${question.utterance}`;
    const before = known.get(key);
    if (before) return before;
    // Thousands of questions are run between the contacts' turns, not before them.
    await new Promise<void>((resolve) => { setImmediate(resolve); });
    const outcome = ask(question, knowledge);
    known.set(key, outcome);
    outcome.catch(() => { known.delete(key); });
    return outcome;
  };
}
