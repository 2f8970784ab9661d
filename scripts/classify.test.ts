import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'vigil-classify-'));
const script = fileURLToPath(new URL('./classify.ts', import.meta.url));
const trainFile = join(folder, 'train.jsonl');

const TRAIN = [
  { text: 'what does it cost', label: 'fee' }, { text: 'how high is the fee', label: 'fee' }, { text: 'fee for a trade', label: 'fee' },
  { text: 'deposit is late', label: 'late' }, { text: 'where is my deposit', label: 'late' }, { text: 'deposit not there', label: 'late' },
].map((row) => JSON.stringify(row)).join('\n');

/** Runs the command on training and test lines. */
function classify(train: string, test: string, args = ['--train', trainFile]) {
  writeFileSync(trainFile, train);
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { input: test, encoding: 'utf8' });
}

describe('the classify command', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('labels each text in order with a confidence', () => {
    const { stdout, status } = classify(TRAIN, '{"text":"the fee please","label":"ignored"}\n\n{"text":"deposit late"}\n');
    const rows = stdout.trim().split('\n').map((line) => JSON.parse(line) as { label: string; confidence: number });
    expect(status).toBe(0);
    expect(rows.map(({ label }) => label)).toEqual(['fee', 'late']);
    for (const { confidence } of rows) expect(confidence).toBeGreaterThan(0.5);
  });

  it.each([
    ['a training line that is no JSON', `${TRAIN}\n{"text":`, '', 'train.jsonl:7: is no JSON'],
    ['a training line without a label', `${TRAIN}\n{"text":"x"}`, '', 'train.jsonl:7 label: '],
    ['a text that is no string', TRAIN, '{"text":"x"}\n{"text":5}', 'standard input:2 text: '],
    ['a single label', '{"text":"x","label":"a"}', '', 'at least two labels'],
  ])('names file and line of %s', (_what, train, test, message) => {
    const { stderr, status } = classify(train, test);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('says how it is used', () => {
    const { status, stderr } = classify(TRAIN, '', []);
    expect(status).toBe(2);
    expect(stderr).toContain('usage: ');
  });
});
