import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { widget } from './build-web.ts';

/** What an exchange adds to each of its pages may weigh this much, gzipped. */
const HEAVIEST = 40_000;

describe('the widget\'s script', () => {
  let script = '';

  beforeAll(async () => {
    const { outputFiles = [] } = await build({ ...widget, sourcemap: false, legalComments: 'none', write: false });
    script = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
  });

  it('is not too heavy', () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(HEAVIEST);
  });

  it('carries its style sheet, and nothing that a strict policy forbids', () => {
    expect(script).toContain('.launcher');
    expect(script).not.toMatch(/\beval\(|new Function\(/);
  });

  it('carries one part of marked, its lexer', () => {
    expect(script).toContain('blockTokens');
    expect(script).not.toContain('markedjs/marked');
  });
});
