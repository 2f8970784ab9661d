import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvaluationCase } from '../cases.ts';
import { createAskCase, type LlmParts, type LlmResult } from './ask-case.ts';
import { computeLlmFigures, type LlmFigures } from './figures.ts';

export interface LlmEvaluationOptions extends LlmParts {
  readonly cases: readonly EvaluationCase[];
  readonly runs: number;
  /** Cases asked at once. */
  readonly concurrency: number;
  /** Where figures and answers are written. */
  readonly folder: string;
}

export interface LlmEvaluation {
  readonly runs: readonly LlmFigures[];
  readonly reportFile: string;
}

/** Has the model answer the cases, as often as there are runs, and writes figures and answers. */
export async function runLlmEvaluation({ cases, runs, concurrency, folder, ...parts }: LlmEvaluationOptions): Promise<LlmEvaluation> {
  const ask = createAskCase(parts);
  const all: { figures: LlmFigures; results: readonly LlmResult[] }[] = [];
  for (let run = 0; run < runs; run++) {
    const before = parts.model.status().tokensToday;
    const results = await inOrder(cases, concurrency, (one) => ask(one, `eval-${run}-${one.id}`));
    // Midnight begins the count anew.
    all.push({ results, figures: computeLlmFigures(results, Math.max(0, parts.model.status().tokensToday - before)) });
  }
  await mkdir(folder, { recursive: true });
  const reportFile = join(folder, 'answers.json');
  await writeFile(reportFile, `${JSON.stringify({ model: parts.model.id, runs: all }, null, 2)}\n`);
  return { runs: all.map(({ figures }) => figures), reportFile };
}

/** So many of the cases, evenly spread, so that every language and kind is among them. */
export function pickCases(cases: readonly EvaluationCase[], limit: number): EvaluationCase[] {
  if (limit >= cases.length) return [...cases];
  return Array.from({ length: limit }, (_, i) => cases[Math.floor(i * cases.length / limit)]!);
}

async function inOrder<T, R>(items: readonly T[], concurrency: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = items.entries();
  await Promise.all(Array.from({ length: concurrency }, async () => {
    for (const [place, item] of rest) results[place] = await work(item);
  }));
  return results;
}
