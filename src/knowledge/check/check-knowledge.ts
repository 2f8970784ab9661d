import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import { compareProblems, type Problem } from '../problem.ts';
import { checkArticleFiles, checkCompleteness } from './check-articles.ts';
import type { CheckOptions } from './check-options.ts';
import { checkParity } from './check-parity.ts';
import { checkPhrasings } from './check-phrasings.ts';
import { checkPolicy } from './check-policy.ts';
import { checkTranslation } from './check-translation.ts';
import { severityOf } from './severity-of.ts';

/**
 * Everything that is wrong with a knowledge base, by file and line: what could not be parsed, what is
 * missing, and what contradicts something else. Pure; an empty list is a knowledge base to publish.
 */
export function checkKnowledge(files: KnowledgeFiles, options: CheckOptions): Problem[] {
  const problems = [
    ...files.problems,
    ...checkArticleFiles(files),
    ...checkCompleteness(files, options),
    ...files.translations.flatMap((translation) => checkTranslation(translation, files)),
    // Where the shapes of two texts differ, both may be right: editors are shown that, and judge.
    ...checkParity(files.translations).filter(({ code }) => severityOf(code) === 'error'),
    ...checkPhrasings(files, options),
    ...checkPolicy(files),
  ];
  return problems.sort(compareProblems);
}
