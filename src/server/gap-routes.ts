import type { AnswerGap } from '../knowledge/gaps/answer-gap.ts';
import type { Figures } from '../knowledge/gaps/article-figures.ts';
import type { Gaps } from '../knowledge/gaps/gaps.ts';
import type { Question } from '../ports.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountGapRoutes(mount: MountRoute, { gaps, answerGap, figures }: { gaps: Gaps; answerGap: AnswerGap; figures: Figures }): void {
  mount('listGaps', ({ query }) => gaps.list(query));

  mount('readGap', async ({ params, query }) => {
    const { gap, questions, steps } = await gaps.read(params.gapId, query);
    return { gap, questions: questions.map(viewQuestion), steps };
  });

  mount('closeGap', async ({ agent, params, body }) => ({ gap: await gaps.close(params.gapId, agent, body) }));

  mount('reopenGap', async ({ params }) => ({ gap: await gaps.reopen(params.gapId) }));

  mount('startArticle', ({ agent, params, body }) => answerGap.startArticle(params.gapId, agent, body));

  mount('addPhrasings', ({ agent, params, body }) => answerGap.addPhrasings(params.gapId, agent, body));

  mount('listArticleFigures', ({ query }) => figures.list(query));

  mount('readArticleFigures', async ({ params, query }) => {
    const { unhelped, ...rest } = await figures.read(params.articleId, query);
    return { ...rest, unhelped: unhelped.map(viewQuestion) };
  });
}

/** Editors may not read conversations, and are not told of which a question is. */
function viewQuestion({ at, locale, text, outcome, intent, articleId, handedOver }: Question & { readonly text: string }) {
  return { at, locale, text, outcome, intent, articleId, handedOver };
}
