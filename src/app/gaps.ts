import { createFindEntities, type FindEntities } from '../assistant/entities/find-entities.ts';
import { coverEntities } from '../assistant/entities/cover-entities.ts';
import { createAnswerGap } from '../knowledge/gaps/answer-gap.ts';
import { createFigures } from '../knowledge/gaps/article-figures.ts';
import { createDescribeQuestion } from '../knowledge/gaps/describe-question.ts';
import { createReadOn, startFollowingQuestions, type CoverPrivate } from '../knowledge/gaps/follow-questions.ts';
import { createGaps } from '../knowledge/gaps/gaps.ts';
import { createImport } from '../knowledge/import/create-import.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Clock } from '../ports.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import type { AppParts, Shared } from './parts.ts';

/** What contacts ask that nobody answers, how the articles do, and articles from elsewhere. The loop runs from here on, until `stop`. */
export function openGaps({ storage, logger, clock }: AppParts, { isLeader, knowledge }: Shared) {
  const { questions, documents, conversations, helpVotes } = storage;
  const redact = redactSecrets;
  const gaps = createGaps({ questions, knowledge, redact, clock });
  const readOn = createReadOn({ questions, conversations, describe: createDescribeQuestion(knowledge), cover: createCover(knowledge, clock), clock, logger });
  return {
    gaps,
    answerGap: createAnswerGap({ documents, questions, gaps, knowledge, redact }),
    figures: createFigures({ questions, helpVotes, knowledge, clock }),
    imports: createImport({ documents, knowledge, redact }),
    loop: startFollowingQuestions({ readOn, isLeader, logger }),
  };
}

/** Cues are compiled once, as they do not change with an article. */
function createCover(knowledge: () => Knowledge, clock: Clock): CoverPrivate {
  const compiled = new WeakMap<KnowledgeBase['cues'], FindEntities>();
  return (text, locale) => {
    const { cues } = knowledge().base;
    const findEntities = compiled.get(cues) ?? createFindEntities({ cues });
    compiled.set(cues, findEntities);
    return coverEntities(redactSecrets(text).text, { locale, now: clock.now() }, findEntities);
  };
}

export type OpenedGaps = ReturnType<typeof openGaps>;
