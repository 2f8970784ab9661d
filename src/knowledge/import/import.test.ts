import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IMPORT_KINDS, type ImportKind } from '../../domain/import-kind.ts';
import { redactSecrets } from '../../secrets/redact-secrets.ts';
import { planImport, type ImportTerms } from './plan-import.ts';
import { readImport } from './read-import.ts';

const base: ImportTerms['base'] = { categories: [{ id: 'account', team: 'general' }, { id: 'deposits', team: 'payments' }], articles: new Map() };
const TERMS: ImportTerms = { locale: 'en', category: 'account', replace: false, existing: new Map(), base, redact: redactSecrets };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function plan(kind: ImportKind, files: Readonly<Record<string, string | Uint8Array>>, terms: Partial<ImportTerms> = {}) {
  const read = await readImport(kind, Object.entries(files).map(([path, content]) => ({ path, bytes: typeof content === 'string' ? bytes(content) : content })));
  const { documents, errors } = planImport(read.rows, read.facts, { ...TERMS, ...terms });
  return { documents, errors: [...read.errors, ...errors], images: read.images };
}
const textOf = ({ documents }: Awaited<ReturnType<typeof plan>>, path: string): string | undefined => documents.find((one) => one.path === path)?.text;

describe('import of CSV', () => {
  it('makes a translation of each row, and the facts of each article once', async () => {
    const planned = await plan('csv', { 'faq.csv': 'id,locale,title,category,phrasings,body\nclose,en,Close it,account,"end it|close ""my"" account","One.\n\nTwo."\nclose,de,Schliessen,,,Eins.\n' });
    expect(planned.errors).toEqual([]);
    expect(planned.documents.map(({ path, row, exists }) => [path, row, exists])).toEqual([['articles/close/en.md', 1, 'new'], ['articles/close/de.md', 2, 'new'], ['articles/close/article.yaml', 1, 'new']]);
    expect(textOf(planned, 'articles/close/en.md')).toBe('---\ntitle: Close it\nsummary: ""\nphrasings:\n  - "end it"\n  - "close \\"my\\" account"\n---\nOne.\n\nTwo.\n');
  });

  it('takes semicolons and tabs, other names of columns, a byte order mark, and an id from the title', async () => {
    expect((await plan('csv', { a: '\uFEFFQuestion;Answer\nWarum? Darum!;Eins.\n' })).documents[0]).toMatchObject({ path: 'articles/warum-darum/en.md', title: 'Warum? Darum!' });
    expect((await plan('csv', { a: 'name\tcontent\n為什麼\t因為\n' })).documents[0]?.path).toMatch(/^articles\/article-[0-9a-f]{8}\/en\.md$/);
  });

  it('names each wrong row with its line, and makes the others', async () => {
    const planned = await plan('csv', { 'f.csv': [
      'id,locale,title,category,body', 'a,en,A,account,One.', 'b,tlh,B,account,Two.', 'c,en,,account,Three.', 'a,en,Again,account,Four.', 'd,en,D,shoes,Five.', 'e,en,E,account,', 'f,en,F',
      'g,en,G,account,"Hello <script>alert(1)</script>"', 'h,en,H,account,Six.',
    ].join('\n') });
    expect(planned.documents.filter(({ locale }) => locale !== null).map(({ articleId }) => articleId)).toEqual(['a', 'h']);
    expect(planned.errors.map(({ line, field }) => [line, field])).toEqual([[8, 'row'], [3, 'locale'], [4, 'title'], [5, 'id'], [6, 'category'], [7, 'body'], [9, 'body']]);
  });

  it('refuses a heading without a title, and a quote that never ends', async () => {
    expect((await plan('csv', { f: 'a,b\n1,2\n' })).errors).toMatchObject([{ field: 'title', line: 1 }]);
    expect((await plan('csv', { f: 'title,body\nA,"One\n' })).errors).toMatchObject([{ field: 'row' }]);
    expect((await plan('csv', { f: 'title,body\n' })).errors).toMatchObject([{ problem: 'has no row' }]);
  });
});

describe('import of JSON', () => {
  it('takes a list, a list under "articles", and translations of one article', async () => {
    const article = { id: 7, title: 'A', phrasings: ['q'], body: 'One.', url: ['ignored'] };
    expect((await plan('json', { f: JSON.stringify([article]) })).documents).toMatchObject([{ path: 'articles/7/en.md' }, { path: 'articles/7/article.yaml' }]);
    const planned = await plan('json', { f: JSON.stringify({ articles: [{ id: 'a', category: 'deposits', translations: { en: { title: 'A', body: 'One.' }, ja: { title: 'あ', body: 'いち。' } } }] }) });
    expect(planned.errors).toEqual([]);
    expect(planned.documents.map(({ path }) => path)).toEqual(['articles/a/en.md', 'articles/a/ja.md', 'articles/a/article.yaml']);
  });

  it('says where it is wrong', async () => {
    expect((await plan('json', { f: '[{"title": "A",\n]' })).errors).toMatchObject([{ row: null, line: 2, field: 'file' }]);
    expect((await plan('json', { f: '{}' })).errors).toMatchObject([{ problem: 'has no list of articles' }]);
    expect((await plan('json', { f: JSON.stringify(['x', { title: 5, body: 'One.' }]) })).errors).toMatchObject([{ row: 1, field: 'article' }, { row: 2, field: 'title' }]);
  });
});

describe('import of a folder of Markdown', () => {
  const OWN = '---\r\n# mine\r\ntitle: A\r\nsummary: s\r\nphrasings: [one]\r\n---\r\nBody.\r\n';
  const FACTS = 'category: account # here\ncovers: a\nintent: support_info\nurgency: low\nrelated: [b, c]\n';

  it('keeps files of ours byte for byte', async () => {
    const planned = await plan('markdown', { 'kb/articles/a-b/en.md': OWN, 'kb/articles/a-b/article.yaml': FACTS });
    expect(planned.errors).toEqual([]);
    expect(textOf(planned, 'articles/a-b/en.md')).toBe(OWN);
    expect(textOf(planned, 'articles/a-b/article.yaml')).toBe(FACTS);
  });

  it('reads the id, the language and the title of others from path, front matter and heading', async () => {
    const planned = await plan('markdown', {
      'docs/de/Konto schließen.md': '# Konto schließen #\n\nEins.\n', 'docs/open.fr.md': '---\ntitle: Ouvrir\ndescription: tout\n---\nUn.\n', 'x/close/ja.md': '# 閉じる\n\nいち。', 'plain.md': '# Plain\nOne.',
    });
    expect(planned.errors).toEqual([]);
    expect(planned.documents.filter(({ locale }) => locale).map(({ path, title }) => [path, title])).toEqual([
      ['articles/konto-schliessen/de.md', 'Konto schließen'], ['articles/open/fr.md', 'Ouvrir'], ['articles/close/ja.md', '閉じる'], ['articles/plain/en.md', 'Plain'],
    ]);
    expect(textOf(planned, 'articles/plain/en.md')).toMatch(/---\nOne\.\n$/);
  });

  it('names broken front matter by its line, and what is no Markdown', async () => {
    expect((await plan('markdown', { 'a.md': '---\ntitle: x\n  bad: [\n---\nB' })).errors).toMatchObject([{ row: 1, field: 'front matter', line: 2 }]);
    expect((await plan('markdown', { 'articles/a/article.yaml': 'category: *nowhere\n' })).errors).toMatchObject([{ field: 'yaml', line: 1 }]);
    expect((await plan('markdown', { 'a.png': 'x' })).errors).toMatchObject([{ problem: 'is no Markdown file' }]);
    expect((await plan('markdown', { 'articles/a/article.yaml': 'category: account\n' })).errors.length).toBeGreaterThan(1);
  });
});

describe('import of HTML', () => {
  const PAGE = `<!doctype html><html lang="de-DE"><head><title>Hilfe - Geld</title><script>alert("x")</script></head><body><nav>Menu</nav>
    <main><h1>Geld abheben</h1><p>So <b>geht</b> es: <a href="https://x.example/a">hier</a>, <a href="javascript:alert(1)">nicht</a>.<img src="/a.png" alt="Bild"></p>
    <ol><li>Eins</li><li><p>Zwei</p></li></ol><h3>Mehr</h3><table><tr><td>A</td><td>B</td></tr></table><script>alert(2)</script></main><footer>Impressum</footer></body></html>`;

  it('keeps the matter of a page, and names its pictures', async () => {
    const planned = await plan('html', { 'hc/abheben.html': PAGE });
    expect(planned.errors).toEqual([]);
    expect(planned.documents[0]).toMatchObject({ path: 'articles/abheben/de.md', title: 'Geld abheben' });
    expect(textOf(planned, 'articles/abheben/de.md')).toMatch(/---\nSo \*\*geht\*\* es: \[hier\]\(https:\/\/x\.example\/a\), nicht\.\n\n1\. Eins\n2\. Zwei\n\n## Mehr\n\n- A: B\n$/);
    expect(planned.images).toEqual([{ file: 'hc/abheben.html', row: 1, source: '/a.png', description: 'Bild' }]);
  });

  it('turns HTML in a field of a table into Markdown too', async () => {
    const planned = await plan('csv', { f: 'title,body\nA,"<p>One <em>two</em></p><script>x</script>"\n' });
    expect(textOf(planned, 'articles/a/en.md')).toMatch(/---\nOne two\n$/);
  });

  it('refuses what is nested beyond reason, what shows a tag as text, and what has no tags', async () => {
    expect((await plan('html', { f: '<div>'.repeat(5_000) })).errors).toMatchObject([{ problem: 'is nested too deep' }]);
    expect((await plan('html', { f: '<h1>A</h1>&lt;script&gt;alert(1)&lt;/script&gt;' })).errors).toMatchObject([{ row: 1, field: 'body', problem: 'has the tag <script>' }]);
    expect((await plan('html', { f: 'just words' })).errors).toMatchObject([{ problem: 'has no tags' }]);
  });
});

describe('any import', () => {
  it('refuses bytes that are not UTF-8 with their place', async () => {
    const latin1 = Uint8Array.from([...bytes('title,body\nA,caf'), 0xe9, ...bytes('\n')]);
    expect((await plan('csv', { 'f.csv': latin1 })).errors).toEqual([{ file: 'f.csv', row: null, line: 2, field: 'file', code: 'encoding', values: {}, problem: 'is not UTF-8 from byte 16 on (0xe9, line 2)', expected: expect.any(String) as unknown }]);
    expect((await plan('csv', { f: Uint8Array.from([0xff, 0xfe, 0x41, 0]) })).errors).toMatchObject([{ problem: 'is UTF-16' }]);
    expect((await plan('csv', { f: Uint8Array.from([0x41, 0xe2, 0x82]) })).errors).toMatchObject([{ problem: expect.stringContaining('from byte 1 on') as unknown }]);
    expect((await plan('csv', { f: 'a\0b' })).errors).toMatchObject([{ line: 1 }]);
  });

  it('leaves what exists alone, unless it is to be replaced', async () => {
    const existing = new Map([['articles/a/en.md', 'published'], ['articles/a/article.yaml', 'published']] as const);
    const file = { f: 'id,title,body\na,A,One.\n' };
    expect(await plan('csv', file, { existing })).toMatchObject({ documents: [], errors: [{ row: 1, field: 'id' }] });
    expect((await plan('csv', file, { existing, replace: true })).documents).toMatchObject([{ path: 'articles/a/en.md', exists: 'published' }]);
  });

  it('brings in no secret', async () => {
    const words = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
    expect((await plan('csv', { f: `title,body\nA,"my seed: ${words}"\n` })).errors).toMatchObject([{ row: 1, field: 'body', problem: expect.stringContaining('secret') as unknown }]);
  });

  it('answers with rows and errors, whatever comes in', async () => {
    const pieces = fc.constantFrom('title,body\n', '---\n', 'title: ', 'title: *a\n', '[{', '"', '}]', '<p>', '<table><tr>', '</', '&lt;', '\n', '\0', '\uFEFF', '# ', '- ', 'é', '😀', '*a', '&a ', 'lang=', '<html lang="', '![x](y)', '\\', ',');
    const texts = fc.array(pieces, { maxLength: 25 }).map((list) => bytes(list.join('')));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...IMPORT_KINDS), fc.oneof(fc.uint8Array({ maxLength: 60 }), texts), fc.constantFrom('a.md', 'articles/a/en.md', 'articles/a/article.yaml', 'x'), async (kind, content, path) => {
      const planned = await plan(kind, { [path]: content });
      expect(planned.documents.length + planned.errors.length).toBeGreaterThan(0);
    }), { numRuns: 500 });
  });
});
