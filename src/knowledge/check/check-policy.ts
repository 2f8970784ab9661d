import { INTENTS, INTENT_IDS } from '../../domain/intents.ts';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import type { Problem } from '../problem.ts';

/** First steps are articles that exist; what goes to people says from when on, and nothing else does. */
export function checkPolicy({ policy, articles }: Pick<KnowledgeFiles, 'policy' | 'articles'>): Problem[] {
  if (!policy) return [];
  const { file, value, lineOf } = policy;
  const problems: Problem[] = [];
  const report = (field: string, problem: string, expected: string): void => { problems.push({ file, line: lineOf(field), field, code: 'policy', values: {}, problem, expected }); };
  const checkSteps = (field: string, steps: string | undefined): void => {
    if (steps !== undefined && !articles.has(steps)) report(`${field}.steps`, `names the unknown article "${steps}"`, 'the id of an article');
  };
  for (const intent of INTENT_IDS) {
    const row = value.intents[intent];
    checkSteps(`intents.${intent}`, row.steps);
    const goesToPeople = INTENTS[intent].action === 'handoff';
    if (goesToPeople && row.handoffFrom === undefined) report(`intents.${intent}`, 'does not say from when on it goes to people', 'handoffFrom, a probability');
    if (!goesToPeople && row.handoffFrom !== undefined) report(`intents.${intent}.handoffFrom`, 'is of an intent that does not go to people', 'no handoffFrom');
  }
  for (const [kind, row] of Object.entries(value.secrets)) checkSteps(`secrets.${kind}`, row.steps);
  if (value.offerPersonAfter > value.handoffAfter) report('offerPersonAfter', `is ${value.offerPersonAfter}`, `at most handoffAfter, ${value.handoffAfter}`);
  return problems;
}
