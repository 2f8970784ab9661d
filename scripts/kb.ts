/**
 * npm run kb -- check [--folder knowledge-base] [--locales en,zh-CN] [--min-phrasings 24] [--min-utterances 40]
 * Prints every problem of the knowledge base as `file:line field: problem (expected …)` and its
 * coverage by locale. Exit code 1 where there are problems, 2 where the command is wrong.
 */
import { parseArgs } from 'node:util';
import { isLocale, LOCALE_TAGS, type Locale } from '../src/domain/locales.ts';
import { checkKnowledge } from '../src/knowledge/check/check-knowledge.ts';
import { coverLocales, type LocaleCoverage } from '../src/knowledge/check/coverage.ts';
import { readKnowledgeFiles } from '../src/knowledge/files/read-knowledge-files.ts';
import { formatProblem } from '../src/knowledge/problem.ts';

const USAGE = 'usage: npm run kb -- check [--folder F] [--locales en,zh-CN] [--min-phrasings N] [--min-utterances N]';

interface Command {
  readonly folder: string;
  /** Undefined: every locale that has begun must be complete. */
  readonly locales: readonly Locale[] | undefined;
  readonly minPhrasings: number;
  readonly minUtterances: number;
}

function readCommand(argv: string[]): Command {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: 'knowledge-base' },
      locales: { type: 'string' },
      'min-phrasings': { type: 'string', default: '24' },
      'min-utterances': { type: 'string', default: '40' },
    },
  });
  if (positionals.length !== 1 || positionals[0] !== 'check') throw new Error('the only command is check');
  return {
    folder: values.folder,
    locales: values.locales === undefined ? undefined : readLocales(values.locales),
    minPhrasings: readCount('--min-phrasings', values['min-phrasings']),
    minUtterances: readCount('--min-utterances', values['min-utterances']),
  };
}

function readLocales(list: string): Locale[] {
  return list.split(',').map((tag) => {
    if (!isLocale(tag)) throw new Error(`--locales: "${tag}" is none of ${LOCALE_TAGS.join(' ')}`);
    return tag;
  });
}

function readCount(option: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`${option}: "${value}" is no whole number`);
  return Number(value);
}

function formatCoverage(rows: readonly LocaleCoverage[]): string {
  const columns = ['locale', 'articles', 'phrasings', 'fewest', 'median', 'intents', 'utterances'];
  const cells = rows.map((row) => [row.locale, row.articles, row.phrasings, row.fewestPhrasings, row.medianPhrasings, row.intents, row.utterances].map(String));
  const widths = columns.map((column, i) => Math.max(column.length, ...cells.map((row) => row[i]?.length ?? 0)));
  return [columns, ...cells]
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '))
    .join('\n');
}

async function check({ folder, locales, ...minimums }: Command): Promise<number> {
  const files = await readKnowledgeFiles(folder);
  const coverage = coverLocales(files);
  const begun = coverage.filter((row) => row.articles > 0).map((row) => row.locale);
  const problems = checkKnowledge(files, { completeLocales: locales ?? begun, ...minimums });
  for (const problem of problems) console.log(formatProblem(problem));
  console.log(`\n${formatCoverage(coverage.filter((row) => row.articles > 0 || row.intents > 0 || locales?.includes(row.locale)))}\n`);
  console.log(`${files.articles.size} articles, ${problems.length === 0 ? 'no problems' : `${problems.length} problems`}`);
  return problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await check(readCommand(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
