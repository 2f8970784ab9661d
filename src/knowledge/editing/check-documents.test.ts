import { describe, expect, it } from '@jest/globals';
import { smallKnowledge, translation } from '../../../test/fixtures/small-knowledge.ts';
import { findForbiddenSpeech } from '../../assistant/answering/rules/find-forbidden-speech.ts';
import { redactSecrets } from '../../secrets/redact-secrets.ts';
import { severityOf } from '../check/severity-of.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import { assembleKnowledgeBase } from '../load-knowledge-base.ts';
import { checkDocuments } from './check-documents.ts';
import type { ProposedDocument } from './golden-judgement.ts';

const BASE = assembleKnowledgeBase(parseKnowledgeFiles('', smallKnowledge()));
const IMAGE = `${'0a'.repeat(16)}.png`;
const EN = 'articles/deposit-late/en.md';
const DE = 'articles/deposit-late/de.md';
const textOf = (path: string): string => smallKnowledge().get(path) ?? '';
/** Of what is added to it. */
const LAST_LINE = textOf(EN).split('\n').length + 1;
const check = (...documents: ProposedDocument[]) => checkDocuments(documents, BASE, new Set([IMAGE]), { findForbiddenSpeech, redact: redactSecrets });
const codesOf = async (...documents: ProposedDocument[]): Promise<string[]> => (await check(...documents)).filter(({ code }) => code !== 'few-phrasings').map(({ code }) => code);
const edited = (path: string, from: string | RegExp, to: string): ProposedDocument => ({ path, text: textOf(path).replace(from, to) });
const added = (path: string, line: string): ProposedDocument => ({ path, text: `${textOf(path)}\n${line}\n` });

describe('checking a document among what is published', () => {
  it('finds nothing in what is published as it is', async () => {
    for (const [path, text] of smallKnowledge()) if (/^articles|^categories|^exchange/.test(path)) expect(await codesOf({ path, text })).toEqual([]);
  });

  it.each([
    ['raw-html', '<script>alert(1)</script>'], ['emoji', 'Done 🎉'], ['address', 'See https://evil.example/x'], ['unknown-article', 'See [x](article:nowhere).'],
    ['foreign-link', 'See [x](https-evil).'], ['unknown-variable', '{{exchange.nothing}}'], ['unknown-variable', '{{process.env}}'],
    ['unknown-image', '![A page](image:none.png)'], ['unknown-image', '![A page](https-evil)'], ['image-without-words', `![ ](image:${IMAGE})`],
    ['long-sentence', `${'deposits '.repeat(60)}.`], ['asks-secret', 'Please send us your password.'], ['asks-secret', 'Now enter your seed phrase here in this chat.'], ['promise', 'We guarantee that you get your money back.'],
  ])('finds %s, on its line', async (code, line) => {
    const document = added(EN, line);
    const found = (await check(document)).filter((problem) => problem.code === code);
    expect(found).toHaveLength(1);
    expect((document.text ?? '').split('\n')[(found[0]?.line ?? 0) - 1]).toBe(line);
  });

  it('warns of shapes and wording, and refuses false facts', async () => {
    expect((await check(edited(DE, '30', '40'))).map(({ code }) => severityOf(code))).toContain('error');
    const shape = (await check(edited(DE, /2\. .*\n/, ''))).filter(({ code }) => code === 'steps-differ');
    expect(shape).toMatchObject([{ file: DE, values: { section: 0, source: 2, translation: 1 } }]);
    expect(severityOf('steps-differ')).toBe('warning');
  });

  it('lets a warning against secrets stand, in other languages too', async () => {
    expect(await codesOf(added(EN, 'We never ask for your password or codes.'))).toEqual([]);
    expect(await codesOf(added(DE, 'Wir fragen nie nach Ihrem Passwort.'))).toEqual([]);
    expect(await codesOf(added(DE, 'Senden Sie uns Ihr Passwort.'))).toEqual(['asks-secret']);
  });

  it('shows an image that was uploaded', async () => {
    expect(await codesOf(added(EN, `![The deposit page](image:${IMAGE})`))).toEqual([]);
  });

  it('compares translations that go out together with each other', async () => {
    expect(await codesOf(edited(EN, '30', '40'), edited(DE, '30', '40'))).toEqual([]);
    expect(await codesOf(edited(EN, '30', '40'))).toEqual([]);
  });

  it('finds a question that another article asks', async () => {
    const text = translation('My deposit is late', ['deposit not showing up', 'FEE for depositing!'], 'deposit-fees');
    expect((await check({ path: EN, text })).filter(({ code }) => code === 'repeated-phrasing')).toMatchObject([{ field: 'phrasings.1', values: { owner: 'deposit-fees' } }]);
  });

  it('lets a question move from one article to another', async () => {
    const here = edited('articles/deposit-fees/en.md', '  - "fee for depositing"\n', '');
    const there = { path: EN, text: translation('My deposit is late', ['deposit not showing up', 'fee for depositing'], 'deposit-fees') };
    expect(await codesOf(here, there)).toEqual([]);
    const twice = { path: 'articles/security-lost-2fa/en.md', text: translation('Lost authenticator', ['fee for depositing'], 'deposit-late') };
    expect(await codesOf(here, there, twice)).toEqual(['repeated-phrasing']);
  });

  it('says what others lose when an article is taken away, and only then', async () => {
    const gone = [...smallKnowledge().keys()].filter((path) => path.startsWith('articles/deposit-fees/')).map((path) => ({ path, text: null }));
    const problems = await check(...gone);
    expect(problems.map(({ file, code }) => [file, code])).toEqual(expect.arrayContaining([
      ['articles/deposit-late/article.yaml', 'unknown-related'], ['articles/security-lost-2fa/article.yaml', 'unknown-related'], [EN, 'unknown-article'],
    ]));
    expect(await codesOf({ path: 'articles/deposit-fees/article.yaml', text: null })).toContain('no-article');
  });

  it('refuses an article that relates to itself, settings that articles miss, and addresses that are none', async () => {
    expect(await codesOf(edited('articles/deposit-late/article.yaml', 'deposit-fees', 'deposit-late'))).toEqual(['relates-itself']);
    expect(await check(edited('exchange.yaml', /feesUrl.*\n/, ''))).toMatchObject([{ file: 'exchange.yaml', field: 'feesUrl', code: 'missing' }]);
    expect(await codesOf(edited('exchange.yaml', 'https://exchange.example/fees', 'javascript:alert(1)'))).toEqual(['malformed']);
    expect(await codesOf(edited('categories.yaml', /security.*\n/, ''))).toContain('unknown-category');
  });

  it('refuses what could not be kept, with its line', async () => {
    expect(await check(added(EN, 'a \0 b'))).toMatchObject([{ code: 'unreadable-character', line: LAST_LINE }]);
    expect(await check(added(EN, 'a \uD800 b'))).toMatchObject([{ code: 'unreadable-character' }]);
    expect(await check(added(EN, 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'))).toMatchObject([{ code: 'secret', line: LAST_LINE }]);
    expect(await check({ path: EN, text: 'a'.repeat(300_000) })).toMatchObject([{ code: 'too-many', field: 'text' }]);
    for (const path of ['policy.yaml', 'articles/x/xx.md', '../articles/x/en.md', 'articles/X/en.md']) expect(await check({ path, text: 'x' })).toMatchObject([{ code: 'bad-path' }]);
  });
});
