import { AppError } from '../../domain/errors.ts';
import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { ArticleUse, Clock, HelpVoteCount, HelpVoteStore, Question, QuestionStore, Span } from '../../ports.ts';
import type { Knowledge } from '../knowledge.ts';
import { findAttractingPhrasings, type AttractingPhrasing } from './attracting-phrasings.ts';
import { lastDays, stepAt, stepsOf } from './period.ts';

/** Questions that steps are counted of, the latest, and those of them that are compared with every phrasing. */
const MAX_COUNTED = 20_000;
const MAX_COMPARED = 2_000;
const MAX_SHOWN = 50;

export interface Use extends Omit<ArticleUse, 'articleId' | 'locale'> {
  /** "Was this helpful?" of the help centre's page. */
  readonly votes: { readonly helped: number; readonly notHelped: number };
}

export interface ArticleFigures {
  readonly articleId: string;
  readonly now: Use;
  readonly before: Use;
}

export interface Figures {
  /** Of every published article, the most used first. */
  list(filter: { readonly days: number; readonly locale?: Locale | undefined }): Promise<{ articles: ArticleFigures[]; since: number; until: number }>;
  /** Rejects with AppError `not-found` where no such article is published. */
  read(articleId: string, filter: { readonly days: number }): Promise<ArticleFigures & {
    locales: (Use & { readonly locale: Locale })[];
    steps: { at: number; uses: number; notHelped: number; handedOver: number }[];
    attracting: AttractingPhrasing[];
    unhelped: (Question & { readonly text: string })[];
  }>;
}

/** How the articles do. */
export function createFigures({ questions, helpVotes, knowledge, clock }: {
  questions: Pick<QuestionStore, 'countUse' | 'listOfArticle'>;
  helpVotes: Pick<HelpVoteStore, 'list'>;
  knowledge: () => Knowledge;
  clock: Clock;
}): Figures {
  async function countAll(days: number, locale: Locale | null, articleId?: string) {
    const { now, before } = lastDays(days, clock.now() + 1);
    const [usesNow, usesBefore, votes] = await Promise.all([
      questions.countUse(now, locale), questions.countUse(before, locale), helpVotes.list({ since: dayOf(before.from), ...(articleId === undefined ? {} : { articleId }) }),
    ]);
    const wanted = votes.filter((vote) => locale === null || vote.locale === locale);
    // Votes are counted by whole days: the day on which the period begins is of the period.
    const votesNow = wanted.filter(({ day }) => day >= dayOf(now.from));
    const votesBefore = wanted.filter(({ day }) => day < dayOf(now.from));
    const figuresOf = (id: string): ArticleFigures => ({ articleId: id, now: addUp(usesNow, votesNow, id), before: addUp(usesBefore, votesBefore, id) });
    return { now, usesNow, votesNow, figuresOf };
  }

  return {
    async list({ days, locale }) {
      const { now, figuresOf } = await countAll(days, locale ?? null);
      const articles = [...knowledge().base.articles.keys()].map(figuresOf);
      articles.sort((a, b) => b.now.uses - a.now.uses || b.before.uses - a.before.uses || (a.articleId < b.articleId ? -1 : 1));
      return { articles, since: now.from, until: now.to - 1 };
    },

    async read(articleId, { days }) {
      const article = knowledge().base.articles.get(articleId);
      if (!article) throw new AppError('not-found', 'no such article is published', { field: 'articleId' });
      const { now, usesNow, votesNow, figuresOf } = await countAll(days, null, articleId);
      const asked = await questions.listOfArticle(articleId, now, MAX_COUNTED);
      const locales = LOCALE_TAGS.map((locale) => ({ locale, ...addUp(usesNow.filter((use) => use.locale === locale), votesNow.filter((vote) => vote.locale === locale), articleId) }))
        .filter(({ uses, votes }) => uses + votes.helped + votes.notHelped > 0);
      return {
        ...figuresOf(articleId), locales: locales.sort((a, b) => b.uses - a.uses), steps: countSteps(asked, now),
        attracting: findAttractingPhrasings(article, asked.slice(0, MAX_COMPARED)).slice(0, MAX_SHOWN),
        unhelped: asked.flatMap((question) => (question.outcome === 'unhelpful' && question.text !== null ? [{ ...question, text: question.text }] : [])).slice(0, MAX_SHOWN),
      };
    },
  };
}

function addUp(uses: readonly ArticleUse[], votes: readonly HelpVoteCount[], articleId: string): Use {
  const own = uses.filter((use) => use.articleId === articleId);
  const total = (field: 'uses' | 'helped' | 'notHelped' | 'conversations' | 'handedOver'): number => own.reduce((sum, use) => sum + use[field], 0);
  const voted = votes.filter((vote) => vote.articleId === articleId);
  return {
    uses: total('uses'), helped: total('helped'), notHelped: total('notHelped'), conversations: total('conversations'), handedOver: total('handedOver'),
    votes: { helped: voted.reduce((sum, { helped }) => sum + helped, 0), notHelped: voted.reduce((sum, { notHelped }) => sum + notHelped, 0) },
  };
}

function countSteps(questions: readonly Question[], span: Span): { at: number; uses: number; notHelped: number; handedOver: number }[] {
  const starts = stepsOf(span);
  const steps = starts.map((at) => ({ at, uses: 0, notHelped: 0, handedOver: 0 }));
  for (const { at, helped, handedOver } of questions) {
    const step = steps[stepAt(starts, at)];
    if (!step) continue;
    step.uses += 1;
    if (helped === false) step.notHelped += 1;
    if (handedOver) step.handedOver += 1;
  }
  return steps;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
