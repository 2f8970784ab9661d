import type { Locale } from '../../src/domain/locales.ts';
import { checkKnowledge } from '../../src/knowledge/check/check-knowledge.ts';
import { coverLocales } from '../../src/knowledge/check/coverage.ts';
import { readKnowledgeFiles } from '../../src/knowledge/files/read-knowledge-files.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { formatTable } from '../format-table.ts';

export interface CheckCommand {
  readonly folder: string;
  /** Undefined: every locale that has begun must be complete. */
  readonly locales: readonly Locale[] | undefined;
  readonly minPhrasings: number;
  readonly minUtterances: number;
}

/** @returns the exit code. */
export async function runCheck({ folder, locales, ...minimums }: CheckCommand): Promise<number> {
  const files = await readKnowledgeFiles(folder);
  const coverage = coverLocales(files);
  const begun = coverage.filter((row) => row.articles > 0).map((row) => row.locale);
  const problems = checkKnowledge(files, { completeLocales: locales ?? begun, ...minimums });
  for (const problem of problems) console.log(formatProblem(problem));
  const rows = coverage.filter((row) => row.articles > 0 || row.intents > 0 || locales?.includes(row.locale));
  console.log(`\n${formatTable(
    ['locale', 'articles', 'phrasings', 'fewest', 'median', 'intents', 'utterances'],
    rows.map((row) => [row.locale, row.articles, row.phrasings, row.fewestPhrasings, row.medianPhrasings, row.intents, row.utterances]),
  )}\n`);
  console.log(`${files.articles.size} articles, ${problems.length === 0 ? 'no problems' : `${problems.length} problems`}`);
  return problems.length === 0 ? 0 : 1;
}
