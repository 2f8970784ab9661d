/**
 * npm run kb -- check [--folder F] [--locales en,zh-CN] [--min-phrasings 24] [--min-utterances 40]
 *   Prints every problem of the knowledge base as `file:line field: problem (expected …)`, and its
 *   coverage by locale. Without --locales, every locale that has begun must be complete; with `all`, all that are served.
 * npm run kb -- measure [--folder F] [--locales en,zh-CN] [--cases eval/cases] [--split dev]
 *   Prints how well the search finds phrasings that were left out, and, with --cases, questions of
 *   other authors, with the weights that suit those best.
 * Exit code 1 where there are problems, 2 where the command is wrong.
 */
import { parseArgs } from 'node:util';
import { isLocale, LOCALE_TAGS, type Locale } from '../src/domain/locales.ts';
import { runCheck } from './kb/check.ts';
import { runMeasure } from './kb/measure.ts';

const USAGE = `usage: npm run kb -- check [--folder F] [--locales en,zh-CN] [--min-phrasings N] [--min-utterances N]
       npm run kb -- measure [--folder F] [--locales en,zh-CN] [--cases FOLDER] [--split dev|test]`;

function readArguments(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: 'knowledge-base' },
      locales: { type: 'string' },
      'min-phrasings': { type: 'string', default: '24' },
      'min-utterances': { type: 'string', default: '40' },
      cases: { type: 'string' },
      split: { type: 'string', default: 'dev' },
    },
  });
  return { ...values, command: positionals.join(' '), locales: values.locales === undefined ? undefined : readLocales(values.locales) };
}

function readLocales(list: string): Locale[] {
  if (list === 'all') return LOCALE_TAGS;
  return list.split(',').map((tag) => {
    if (!isLocale(tag)) throw new Error(`--locales: "${tag}" is none of ${LOCALE_TAGS.join(' ')}`);
    return tag;
  });
}

function readCount(option: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`${option}: "${value}" is no whole number`);
  return Number(value);
}

async function run(argv: string[]): Promise<number> {
  const { command, folder, locales, cases, split, ...minimums } = readArguments(argv);
  if (command === 'check') {
    const minPhrasings = readCount('--min-phrasings', minimums['min-phrasings']);
    const minUtterances = readCount('--min-utterances', minimums['min-utterances']);
    return runCheck({ folder, locales, minPhrasings, minUtterances });
  }
  if (command === 'measure') return runMeasure({ folder, locales, cases, split });
  throw new Error(command === '' ? 'no command' : `unknown command "${command}"`);
}

run(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    console.error(`kb: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = 2;
  },
);
