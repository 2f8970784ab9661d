import type { ProposeTranslation } from '../assistant/proposing/create-propose-translation.ts';
import type { TryUtterance } from '../assistant/trying/create-try-utterance.ts';
import { AppError } from '../domain/errors.ts';
import type { GoldenQuestions } from '../knowledge/trying/golden-questions.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountTryingRoutes(mount: MountRoute, { tryUtterance, golden, proposeTranslation }: {
  tryUtterance: TryUtterance;
  golden: GoldenQuestions;
  /** Absent where no language model is configured. */
  proposeTranslation: ProposeTranslation | undefined;
}): void {
  mount('tryUtterance', async ({ body: { utterance, locale, documents } }) => {
    const tried = await tryUtterance(utterance, locale, documents);
    return { ...tried, problems: tried.problems.map(viewProblem) };
  });

  mount('listGolden', async ({ query }) => ({ questions: [...await golden.list(query.articleId)] }));

  mount('saveGolden', async ({ params, body }) => ({ question: await golden.save({ ...body, id: params.questionId }) }));

  mount('removeGolden', async ({ params }) => {
    await golden.remove(params.questionId);
    return {};
  });

  mount('runGolden', async ({ body }) => {
    const { results, problems } = await golden.run(body.documents);
    return { results: [...results], problems: problems.map(viewProblem) };
  });

  mount('proposeTranslation', ({ body }) => {
    if (!proposeTranslation) throw new AppError('unavailable', 'no language model is configured');
    return proposeTranslation(body);
  });
}

/** What cannot be read cannot be published either. */
function viewProblem({ file, ...problem }: Problem) {
  return { ...problem, path: file, severity: 'error' as const };
}
