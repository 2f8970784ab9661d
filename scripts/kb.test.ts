import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smallKnowledge } from '../test/fixtures/small-knowledge.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-kb-'));
const script = fileURLToPath(new URL('./kb.ts', import.meta.url));
const MINIMUMS = ['--min-phrasings', '3', '--min-utterances', '3'];

function kb(...args: string[]) {
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { encoding: 'utf8' });
}

describe('the kb command', () => {
  beforeAll(() => {
    for (const [path, text] of smallKnowledge()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds nothing wrong with a whole knowledge base and prints its coverage', () => {
    const { stdout, status } = kb('check', '--folder', folder, ...MINIMUMS);
    expect(stdout).toContain('3 articles, no problems');
    expect(stdout).toMatch(/^en\s+3\s+9\s+3\s+3\s+9\s+27$/m);
    expect(status).toBe(0);
  });

  it('prints problems and fails', () => {
    const { stdout, status } = kb('check', '--folder', folder, '--min-utterances', '3');
    expect(stdout).toContain(`${join(folder, 'articles/deposit-fees/de.md')}:5 phrasings: has 3 items (expected at least 24)`);
    expect(status).toBe(1);
  });

  it('measures how well left-out questions are found', () => {
    const { stdout, status } = kb('measure', '--folder', folder, '--locales', 'en');
    expect(stdout).toMatch(/en left out\s+\d+ cases\s+top1 /);
    expect(status).toBe(0);
  });

  it.each([
    [['mend'], 'unknown command "mend"'],
    [['check', '--locales', 'xx'], '--locales: "xx" is none of en'],
    [['check', '--min-phrasings', 'many'], '--min-phrasings: "many" is no whole number'],
  ])('explains %j', (args, message) => {
    const { stderr, status } = kb(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
