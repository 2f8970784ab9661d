import { percentile } from '../../bench/percentiles.ts';
import type { FallenBack, LlmResult, PhrasedResult } from './ask-case.ts';

/** Shares from 0 to 1, milliseconds, and counts; null where there was nothing to count. */
export interface LlmFigures {
  readonly cases: number;
  readonly answers: number;
  readonly phrased: number | null;
  readonly groundedness: number | null;
  readonly citationPrecision: number | null;
  readonly citationRecall: number | null;
  readonly languageMatch: number | null;
  readonly asked: number | null;
  readonly raised: number | null;
  readonly firstP50: number | null;
  readonly firstP95: number | null;
  readonly wholeP50: number | null;
  readonly wholeP95: number | null;
  readonly tokens: number;
  /** How often the approved article was given in the model's place, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

export function computeLlmFigures(results: readonly LlmResult[], tokens: number): LlmFigures {
  const answers = results.flatMap(({ expected, answer }) => (answer ? [{ expected, answer }] : []));
  const phrased = answers.filter((one): one is typeof one & { answer: PhrasedResult } => one.answer.ok);
  const fallen = answers.map(({ answer }) => answer).filter((answer): answer is FallenBack => !answer.ok);
  const withArticles = phrased.filter(({ expected }) => expected.articles.length > 0);
  const cited = withArticles.flatMap(({ expected, answer }) => answer.cited.map((id) => expected.articles.includes(id)));
  const withLocale = phrased.filter(({ expected }) => expected.locale !== null);
  const times = (read: (answer: PhrasedResult) => number, share: number): number | null =>
    phrased.length === 0 ? null : percentile(phrased.map(({ answer }) => read(answer)), share);
  return {
    cases: results.length,
    answers: answers.length,
    phrased: share(phrased.length, answers.length),
    groundedness: share(sum(phrased.map(({ answer }) => answer.found)), sum(phrased.map(({ answer }) => answer.sentences))),
    citationPrecision: share(cited.filter(Boolean).length, cited.length),
    citationRecall: share(withArticles.filter(({ expected, answer }) => answer.cited.some((id) => expected.articles.includes(id))).length, withArticles.length),
    languageMatch: share(withLocale.filter(({ expected, answer }) => answer.locale === expected.locale).length, withLocale.length),
    asked: share(results.filter(({ judged }) => judged !== 'sure').length, results.length),
    raised: share(results.filter(({ judged }) => judged === 'raised').length, results.length),
    firstP50: times(({ firstMs }) => firstMs, 0.5), firstP95: times(({ firstMs }) => firstMs, 0.95),
    wholeP50: times(({ wholeMs }) => wholeMs, 0.5), wholeP95: times(({ wholeMs }) => wholeMs, 0.95),
    tokens,
    reasons: countBy(fallen.map(({ reason }) => reason)),
  };
}

type Row = Exclude<keyof LlmFigures, 'reasons'>;
const SHARES: readonly Row[] = ['phrased', 'groundedness', 'citationPrecision', 'citationRecall', 'languageMatch', 'asked', 'raised'];
const NUMBERS: readonly Row[] = ['cases', 'answers', 'firstP50', 'firstP95', 'wholeP50', 'wholeP95', 'tokens'];

/** Mean of the runs with the lowest and the highest, a line a figure. */
export function describeLlmFigures(runs: readonly LlmFigures[]): string[] {
  const reasons = [...new Set(runs.flatMap((run) => Object.keys(run.reasons)))].sort();
  return [
    ...NUMBERS.slice(0, 2).map((row) => describeRow(row, runs.map((run) => run[row]), 0)),
    ...SHARES.map((row) => describeRow(`${row}, %`, runs.map((run) => scale(run[row])), 1)),
    ...NUMBERS.slice(2).map((row) => describeRow(row === 'tokens' ? row : `${row}, ms`, runs.map((run) => run[row]), 0)),
    ...reasons.map((reason) => describeRow(`article: ${reason}`, runs.map((run) => run.reasons[reason] ?? 0), 0)),
  ];
}

function describeRow(name: string, values: readonly (number | null)[], digits: number): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return `${name.padEnd(26)} ${'–'.padStart(9)}`;
  const mean = (sum(known) / known.length).toFixed(digits).padStart(9);
  const spread = known.length > 1 ? `   ${Math.min(...known).toFixed(digits)} to ${Math.max(...known).toFixed(digits)}` : '';
  return `${name.padEnd(26)} ${mean}${spread}`;
}

function scale(value: number | null): number | null {
  return value === null ? null : value * 100;
}

function share(hits: number, of: number): number | null {
  return of === 0 ? null : hits / of;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
