/**
 * Makes a fresh clone ready: installs what is missing and builds what is stale. Plain JavaScript for
 * whatever Node the machine has (18 or newer); what it prepares runs on the Node of the `node` package.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const NEEDED_MAJOR = 24;
const windows = process.platform === 'win32';

function fail(message) {
  console.error(`vigil: ${message}`);
  process.exit(1);
}

function run(command, args, hint) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
  if (status !== 0) fail(`'${command} ${args.join(' ')}' failed${error ? ` (${error.message})` : ''}. ${hint}`);
}

/** What was installed is stamped with the lock file it was installed from. */
function install() {
  const stamp = join(root, 'node_modules/.vigil-installed');
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('vigil: installing what is missing (once; a minute or two) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'Is the npm registry reachable, and is there room on the disk?');
  writeFileSync(stamp, wanted);
}

/** Path of a Node that is new enough: the pinned one, or else the machine's own. */
export function findNode() {
  const pinned = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
    console.error(`vigil: the pinned Node ${NEEDED_MAJOR} is not available for this platform; running on the machine's ${process.version}.`);
    return process.execPath;
  }
  return fail(`Node ${NEEDED_MAJOR} or newer is needed: the pinned one could not be installed for this platform, and this is ${process.version}.`);
}

/** Installs and builds; returns the path of the Node to run on. */
export function setUp() {
  if (Number(process.versions.node.split('.')[0]) < 18) fail(`Node 18 or newer is needed, this is ${process.version}.`);
  install();
  const node = findNode();
  run(node, ['scripts/build-web.ts', '--if-stale'], 'The lines above say what is wrong in src/web.');
  return node;
}
