/**
 * npm run kb -- check [--folder F] [--locales en,zh-CN] [--min-phrasings 24] [--min-utterances 40]
 *   Prints every problem of the knowledge base as `file:line field: problem (expected …)`, and its
 *   coverage by locale. Without --locales, every locale that has begun must be complete; with `all`, all that are served.
 * npm run kb -- measure [--folder F] [--locales en,zh-CN] [--cases eval/cases] [--split dev]
 *   Prints how well the search finds phrasings that were left out, and, with --cases, questions of
 *   other authors, with the weights that suit those best.
 * npm run kb -- pull [--folder F] [--dry-run]
 *   Writes what is published (DATABASE_URL or DATA_DIR) as files, with the images that it shows.
 * npm run kb -- push [--folder F] [--publish] [--note N] [--as NAME] [--dry-run]
 *   Makes files that are not as they are published drafts for the editors, or publishes them: all or
 *   none. With --dry-run, both print the differences and change nothing.
 * Exit code 1 where there are problems, 2 where the command is wrong.
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createLogger } from '../src/adapters/system/logger.ts';
import { readConfig } from '../src/config.ts';
import { isLocale, LOCALE_TAGS, type Locale } from '../src/domain/locales.ts';
import { openStorage } from '../src/open-storage.ts';
import { runCheck } from './kb/check.ts';
import { runMeasure } from './kb/measure.ts';
import { runPull } from './kb/pull.ts';
import { runPush } from './kb/push.ts';

const USAGE = `usage: npm run kb -- check [--folder F] [--locales en,zh-CN] [--min-phrasings N] [--min-utterances N]
       npm run kb -- measure [--folder F] [--locales en,zh-CN] [--cases FOLDER] [--split dev|test]
       npm run kb -- pull [--folder F] [--dry-run]
       npm run kb -- push [--folder F] [--publish] [--note N] [--as NAME] [--dry-run]`;

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
      publish: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      note: { type: 'string', default: '' },
      as: { type: 'string', default: 'kb push' },
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

/** Beside a running server, which notices what is published within seconds. */
async function exchange(command: 'pull' | 'push', given: { folder: string; publishes: boolean; note: string; name: string; dryRun: boolean }): Promise<number> {
  const config = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)));
  const logger = createLogger('warn');
  const { storage, doorbell } = await openStorage(config, { clock: systemClock, logger, serves: false });
  const print = (line: string): void => { console.log(line); };
  try {
    if (command === 'pull') return await runPull({ ...given, storage, print });
    const code = await runPush({ ...given, knowledgeDir: config.knowledgeDir, storage, print });
    doorbell.signal({ type: 'knowledge' });
    return code;
  } finally {
    await doorbell.close();
    await storage.close();
  }
}

async function run(argv: string[]): Promise<number> {
  const { command, folder, locales, cases, split, publish, note, as, 'dry-run': dryRun, ...minimums } = readArguments(argv);
  if (command === 'check') {
    const minPhrasings = readCount('--min-phrasings', minimums['min-phrasings']);
    const minUtterances = readCount('--min-utterances', minimums['min-utterances']);
    return runCheck({ folder, locales, minPhrasings, minUtterances });
  }
  if (command === 'measure') return runMeasure({ folder, locales, cases, split });
  if (command === 'pull' || command === 'push') return exchange(command, { folder, publishes: publish, note, name: as, dryRun });
  throw new Error(command === '' ? 'no command' : `unknown command "${command}"`);
}

run(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    console.error(`kb: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = 2;
  },
);
