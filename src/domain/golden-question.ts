import * as z from 'zod';
import { ACTIONS, type Action } from './intents.ts';
import { localeSchema } from './locales.ts';

/** An utterance that editors pinned to an article: what must be so after every publication. */
export const goldenQuestionSchema = z.object({
  id: z.uuid(),
  /** Without secrets. */
  utterance: z.string().trim().min(1).max(600),
  /** In which it is written, and what the page of who asks is in. */
  locale: localeSchema,
  articleId: z.string().min(1).max(100),
  /** What the assistant must do; null where it is enough that it gives the article, as the answer or as first steps. */
  action: z.enum(ACTIONS).nullable(),
}).meta({ id: 'GoldenQuestion' });
export type GoldenQuestion = z.infer<typeof goldenQuestionSchema>;

export const goldenOutcomeSchema = z.object({
  action: z.enum(ACTIONS),
  /** The articles that the contact is given (an answer, first steps) or offered to choose from. */
  gives: z.array(z.string()),
}).meta({ id: 'GoldenOutcome' });
/** What the assistant does with a golden question. */
export type GoldenOutcome = z.infer<typeof goldenOutcomeSchema>;

export const goldenResultSchema = z.object({
  question: goldenQuestionSchema,
  before: goldenOutcomeSchema,
  after: goldenOutcomeSchema,
  /** Whether it is what was pinned. */
  held: z.boolean(),
  holds: z.boolean(),
  /** It is of an article that is changed, not of a neighbour. */
  own: z.boolean(),
  changed: z.boolean(),
  /** It was as it was pinned, and would no longer be. */
  broken: z.boolean(),
}).meta({ id: 'GoldenResult' });
/** A golden question before and after a change. */
export type GoldenResult = z.infer<typeof goldenResultSchema>;

/** As many are kept; a publication runs those of what it touches. */
export const MAX_GOLDEN_QUESTIONS = 5_000;

const GIVING: ReadonlySet<Action> = new Set(['answer', 'handoff', 'decline']);

/** Whether what the assistant does is what was pinned. Who is handed over without first steps is given no article, and misses none. */
export function holdsGolden({ articleId, action }: Pick<GoldenQuestion, 'articleId' | 'action'>, outcome: GoldenOutcome): boolean {
  if (action === null) return GIVING.has(outcome.action) && outcome.gives.includes(articleId);
  return action === outcome.action && (outcome.gives.includes(articleId) || (outcome.gives.length === 0 && action !== 'clarify'));
}

/** @param ownArticles whose documents are changed. */
export function compareGolden(question: GoldenQuestion, before: GoldenOutcome, after: GoldenOutcome, ownArticles: ReadonlySet<string>): GoldenResult {
  const held = holdsGolden(question, before);
  const holds = holdsGolden(question, after);
  const changed = before.action !== after.action || before.gives.join() !== after.gives.join();
  return { question, before, after, held, holds, own: ownArticles.has(question.articleId), changed, broken: held && !holds };
}
