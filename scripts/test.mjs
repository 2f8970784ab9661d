/**
 * `npm test`: sets everything up, then checks structure, types and content, and runs every test.
 * `npm test -- <jest arguments>` runs only those tests.
 */
import { spawn } from 'node:child_process';
import { root, setUp } from './set-up.mjs';

const node = setUp();
const JEST = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];

/** What it says is shown as a whole when it has ended, so that checks can run side by side. */
function check(name, args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.on('close', (status) => {
      console.log(`\n— ${name}`);
      process.stdout.write(Buffer.concat(said));
      resolve(status ?? 1);
    });
  });
}

function test(args) {
  console.log('\n— tests');
  return new Promise((resolve) => {
    spawn(node, [...JEST, ...args], { cwd: root, stdio: 'inherit' }).on('close', (status) => { resolve(status ?? 1); });
  });
}

const only = process.argv.slice(2);
if (only.length === 0) {
  const statuses = await Promise.all([
    check('lint', ['node_modules/eslint/bin/eslint.js', '.']),
    check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
      .then(async (status) => Math.max(status, await check('articles', ['scripts/kb.ts', 'check', '--locales', 'all']))),
  ]);
  if (statuses.some((status) => status !== 0)) process.exit(1);
}
process.exit(await test(only));
