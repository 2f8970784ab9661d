/**
 * A desk's data from the command line (docs/guides/back-up-and-restore.md):
 * `npm run --silent storage -- copy --from sqlite:FOLDER --to postgres://…` and back
 * `npm run --silent storage -- verify [--at sqlite:FOLDER|postgres://…]`
 * `npm run --silent storage -- backup --to FILE [--at sqlite:FOLDER]`
 * Without --at, the data that the settings of the environment name. Progress is on standard error.
 * Exit code 1 where it could not be done or something is wrong, 2 where the command is.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { backUp } from '../src/adapters/storage/copy/back-up.ts';
import { copyStorage } from '../src/adapters/storage/copy/copy-storage.ts';
import { parseLocation, showLocation, type Location } from '../src/adapters/storage/copy/location.ts';
import { verifyStorage } from '../src/adapters/storage/copy/verify-storage.ts';
import { createLogger } from '../src/adapters/system/logger.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/domain/errors.ts';
import { formatTable } from './format-table.ts';

const USAGE = `usage: npm run --silent storage -- copy --from sqlite:FOLDER|postgres://… --to postgres://…|sqlite:FOLDER
       npm run --silent storage -- verify [--at sqlite:FOLDER|postgres://…]
       npm run --silent storage -- backup --to FILE [--at sqlite:FOLDER]`;

type Options = Readonly<Partial<Record<'from' | 'to' | 'at', string>>>;

const logger = createLogger('warn');
const progress = createProgress();

/** A line for each thing that is begun, and one more every few seconds of it. */
function createProgress(): (what: string, rows: number) => void {
  let current = '';
  let saidAt = 0;
  return (what, rows) => {
    if (what === current && performance.now() - saidAt < 3_000) return;
    current = what;
    saidAt = performance.now();
    console.error(`storage: ${what}: ${rows}`);
  };
}

async function copy({ from, to }: Options): Promise<number> {
  const [source, target] = [parseLocation(from, '--from'), parseLocation(to, '--to')];
  const tables = await copyStorage({ from: source, to: target, logger, report: progress });
  console.log(formatTable(['table', 'rows', 'checksum'], tables.map(({ table, rows, checksum }) => [table, rows, checksum.slice(0, 16)])));
  console.log(`\nEverything of ${showLocation(source)} is in ${showLocation(target)}: every table was read back and is the same.`);
  return 0;
}

async function verify({ at }: Options): Promise<number> {
  const place = locate(at);
  const { conversations, events, places, problems, found } = await verifyStorage({ at: place, logger, report: (done) => { progress('conversations', done); } });
  console.log(formatTable(['', 'count'], [
    ['conversations', conversations], ['  with the assistant', places.assistant], ['  in a queue', places.queue], ['  with an agent', places.agent], ['  resolved', places.resolved], ['events', events], ['problems', found],
  ]));
  for (const problem of problems) console.log(problem);
  if (found > problems.length) console.log(`… and ${found - problems.length} more`);
  return found === 0 ? 0 : 1;
}

async function backup({ to, at }: Options): Promise<number> {
  if (to === undefined) throw new AppError('invalid-input', '--to: expected the name of a file that does not exist yet', { field: '--to' });
  const { file, bytes, conversations } = await backUp({ at: locate(at), to });
  console.log(`${file}: ${conversations} conversations, ${bytes} bytes`);
  return 0;
}

/** Where it says, or else what the environment's settings name. */
function locate(at: string | undefined): Location {
  if (at !== undefined) return parseLocation(at, '--at');
  const { database, dataDir } = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)));
  return database ? { dialect: 'postgres', url: database.url, option: 'DATABASE_URL' } : { dialect: 'sqlite', folder: dataDir, option: 'DATA_DIR' };
}

function readCommand(): () => Promise<number> {
  try {
    const option = { type: 'string' } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { from: option, to: option, at: option } });
    const command = positionals.length === 1 ? { copy, verify, backup }[positionals[0] ?? ''] : undefined;
    if (command) return () => command(values);
  } catch (error) {
    console.error(`storage: ${error instanceof Error ? error.message : String(error)}`);
  }
  console.error(USAGE);
  return () => Promise.resolve(2);
}

try {
  process.exitCode = await readCommand()();
} catch (error) {
  console.error(`storage: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
