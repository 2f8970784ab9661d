/**
 * `npm test`: sets everything up, then checks structure, types and content, and runs every test.
 * `npm test -- <jest arguments>` runs only those tests.
 */
import { spawnSync } from 'node:child_process';
import { root, setUp } from './set-up.mjs';

const node = setUp();
const JEST = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];

function run(name, args) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const only = process.argv.slice(2);
if (only.length > 0) {
  run('tests', [...JEST, ...only]);
} else {
  run('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
  run('lint', ['node_modules/eslint/bin/eslint.js', '.']);
  run('articles', ['scripts/kb.ts', 'check', '--locales', 'all']);
  run('tests', JEST);
}
