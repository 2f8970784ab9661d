import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { parseMarkdown } from '../src/web/shared/markdown.ts';
import { lexerOfMarked } from './build-web-plugins.ts';
import { extras, secretFinder, widget } from './build-web.ts';

/** What an exchange adds to each of its pages may weigh this much, gzipped. */
const HEAVIEST = 40_000;
/** What somebody who opens it fetches besides. */
const HEAVIEST_EXTRAS = 15_000;
/** What somebody who writes a message fetches besides, in the background. */
const HEAVIEST_FINDER = 120_000;

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

describe('the script that finds secrets', () => {
  it('is not too heavy either, runs in a browser and keeps to a strict policy', async () => {
    const { outputFiles = [] } = await build({ ...secretFinder, platform: 'browser', sourcemap: false, legalComments: 'none', write: false });
    const script = outputFiles.find(({ path }) => /secrets-\w{8}\.js$/.test(path))?.text ?? '';
    expect(script).toMatch(/as redact\b/);
    expect(script).not.toMatch(/\beval\(|new Function\(|\bprocess\./);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(HEAVIEST_FINDER);
  });

  it('is asked for by its name of this build', async () => {
    const { outputFiles = [] } = await build({ ...widget, sourcemap: false, write: false });
    expect(outputFiles.find(({ path }) => path.endsWith('widget.js'))?.text).toMatch(/"api\/widget\/secrets-\w{8}\.js"/);
  });
});

describe('the extras of the widget', () => {
  let script = '';
  beforeAll(async () => {
    const { outputFiles = [] } = await build({ ...extras, sourcemap: false, legalComments: 'none', write: false });
    script = outputFiles.find(({ path }) => /extras-\w{8}\.js$/.test(path))?.text ?? '';
  });

  it('are light, carry their style sheet, and nothing that a strict policy forbids', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(HEAVIEST_EXTRAS);
    expect(script).toContain('.menu-item');
    expect(script).not.toMatch(/\beval\(|new Function\(|\bprocess\./);
  });

  it('borrow what the first script has, and bring no second Preact or lexer', () => {
    expect(script).not.toContain('__k');
    expect(script).not.toContain('blockTokens');
    expect(script).toMatch(/as receive\b/);
    expect(script).toMatch(/as createExtras\b/);
  });

  it('are asked for by their name of this build', async () => {
    const { outputFiles = [] } = await build({ ...widget, sourcemap: false, write: false });
    expect(outputFiles.find(({ path }) => path.endsWith('widget.js'))?.text).toMatch(/"api\/widget\/extras-\w{8}\.js"/);
  });
});

describe('the lexer as the widget has it', () => {
  const TRICKY = [
    '# A\n\nB\n===\n\n1. one\n   - two\n\n     three\n2) four\n\n> quoted **bold _both_** ~~gone~~', '| a | b |\n|---|:-:|\n| `1|2` | 3 |\n\nafter',
    'a\nb  \nc\\\nd ``x ` y`` [l](</a b> "t") ![i](/i) <https://x.example> www.x.example a@b.example', '[r]: /u "t"\n\n[r] [r][r] [x][r] \\[r]', '***x** y* __a_b_c__ *a*b 2*3*4 snake_case_word',
    '<b>bold</b> <script>x()</script>\n\n<div>\n\nin\n\n</div>', '```js\ncode\n```\n\n    indented\n\n- [ ] task\n- [x] done\n* * *', '&amp; &#65; &lt; **标题：**文字 **“引号”**后', '⟦seed_phrase⟧ _⟦one_time_code⟧_',
  ];
  const articles = ['en', 'ar', 'zh-CN', 'th'].flatMap((locale) => ['security-account-compromised', 'deposit-not-arrived', 'fraud-report-scam']
    .map((article) => readFileSync(new URL(`../knowledge-base/articles/${article}/${locale}.md`, import.meta.url), 'utf8')));

  it('reads every text as the whole of marked does', async () => {
    const { outputFiles: [file] = [] } = await build({
      ...widget, entryPoints: ['src/web/shared/markdown.ts'], format: 'esm', plugins: [lexerOfMarked], sourcemap: false, legalComments: 'none', write: false,
    });
    const built = await import(`data:text/javascript;base64,${Buffer.from(file?.contents ?? []).toString('base64')}`) as { parseMarkdown: typeof parseMarkdown };
    for (const text of [...TRICKY, ...articles]) expect(built.parseMarkdown(text)).toEqual(parseMarkdown(text));
  });
});
