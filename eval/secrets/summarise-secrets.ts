import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { splitSentences } from '../../src/knowledge/content/split-sentences.ts';
import { plainText } from '../../src/knowledge/content/article-markdown.ts';
import type { SecretsReport } from './measure-secrets.ts';

export interface SecretsFloors {
  readonly caughtValid: number;
  readonly caughtMisspelt: number;
  readonly falseAlarms: number;
  readonly slowestMs: number;
}

/** What articles say and what contacts ask, in every language: prose in which no secret stands. */
export function collectSentences({ articles }: Pick<KnowledgeBase, 'articles'>): string[] {
  return [...articles.values()].flatMap(({ translations }) => Object.values(translations))
    .flatMap(({ summary, phrasings, body }) => [summary, ...phrasings, ...splitSentences(plainText(body))]);
}

/** One line a figure. */
export function describeSecrets({ caughtValid, caughtMisspelt, caughtUnspacedChinese, falseAlarms, slowest }: SecretsReport): string[] {
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  const [worst = ['', 1]] = Object.entries(caughtMisspelt.byList).sort(([, a], [, b]) => a - b);
  return [
    `valid secrets caught                   ${percent(caughtValid.share)} of ${caughtValid.count}`,
    `seed phrases with one wrong word       ${percent(worst[1])} in ${worst[0]}, the worst of ten lists, of ${caughtMisspelt.count}`,
    `Chinese phrases without blanks         ${percent(caughtUnspacedChinese.spokenOf)} where the text speaks of one, ${percent(caughtUnspacedChinese.silent)} where not`,
    `false alarms                           ${percent(falseAlarms.share)} of ${falseAlarms.count}`,
    `slowest hostile text                   ${slowest.ms.toFixed(1)} ms (${slowest.text})`,
  ];
}

/** A sentence for each floor that is broken. */
export function findBrokenSecrets({ caughtValid, caughtMisspelt, falseAlarms, slowest }: SecretsReport, floors: SecretsFloors): string[] {
  const broken: string[] = [];
  const floor = (holds: boolean, name: string, is: number, expected: string): void => {
    if (!holds) broken.push(`secrets: ${name} is ${is.toFixed(4)}, expected ${expected}`);
  };
  floor(caughtValid.share >= floors.caughtValid, 'caughtValid', caughtValid.share, `at least ${floors.caughtValid}`);
  for (const [list, share] of Object.entries(caughtMisspelt.byList)) floor(share >= floors.caughtMisspelt, `caughtMisspelt in ${list}`, share, `at least ${floors.caughtMisspelt}`);
  floor(falseAlarms.share <= floors.falseAlarms, 'falseAlarms', falseAlarms.share, `at most ${floors.falseAlarms}`);
  floor(slowest.ms <= floors.slowestMs, 'slowestMs', slowest.ms, `at most ${floors.slowestMs}`);
  return broken;
}
