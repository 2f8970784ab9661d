import { beforeAll, describe, expect, it } from '@jest/globals';
import { smallKnowledge, translation } from '../../../test/fixtures/small-knowledge.ts';
import { createTranslate, type Translate } from '../../assistant/phrases.ts';
import { parseKnowledgeFiles } from '../../knowledge/files/parse-knowledge-files.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { assembleKnowledgeBase } from '../../knowledge/load-knowledge-base.ts';
import { readPhrases } from '../../read-phrases.ts';
import { redactSecrets } from '../../secrets/redact-secrets.ts';
import { createHelpPages, type HelpPages } from './help-pages.ts';

const HOSTILE = '</script><script>alert(1)</script> & "quotes"';

describe('help pages', () => {
  let translate: Translate;
  beforeAll(async () => { translate = createTranslate(await readPhrases()); });

  /** @param ranked what the search finds, whatever is asked. */
  function open(change: (files: Map<string, string>) => void = () => undefined, ranked: readonly (readonly [string, number])[] = []): HelpPages {
    const files = smallKnowledge();
    change(files);
    const base = assembleKnowledgeBase(parseKnowledgeFiles('', files));
    const search = { rank: () => Promise.resolve({ articles: ranked.map(([articleId, score]) => ({ articleId, score })), readings: [] }) } as unknown as Knowledge['search'];
    return createHelpPages({ knowledge: () => ({ base, search }), translate, publicUrl: 'https://help.example', redact: redactSecrets, changedAt: (path) => (path.endsWith('/en.md') ? Date.UTC(2026, 10, 20) : undefined) });
  }
  const links = (page: string): string[] => [...page.matchAll(/<h1>[\s\S]*<\/main>/g)].flatMap(([main]) => [...main.matchAll(/href="([^"]+)"/g)].map((match) => match[1]!));

  it('names the languages that an article exists in, where it is missing in one', () => {
    const pages = open((files) => files.delete('articles/deposit-late/de.md'));
    expect(pages.article('de', 'deposit-late')).toBeUndefined();
    const page = pages.notFound('de', 'deposit-late');
    expect(links(page)).toEqual(['/help/en/deposit-late']);
    expect(page).toContain('<meta name="robots" content="noindex">');
    const english = pages.article('en', 'deposit-late')!;
    expect(english).not.toContain('hreflang="de" href="https://help.example');
    // The switch leads elsewhere in the language instead.
    expect(english).toContain('<a href="/help/de" lang="de"');
  });

  it('has no category where nothing of it can be read in the language', () => {
    const pages = open((files) => files.delete('articles/security-lost-2fa/de.md'));
    expect(pages.category('de', 'security')).toBeUndefined();
    expect(pages.category('en', 'security')).toContain('<h1>Account security</h1>');
    expect(pages.category('en', 'nothing')).toBeUndefined();
    expect(pages.sitemap('de')).not.toContain('/help/de/category/security<');
    expect(pages.sitemap('ja')).toBeUndefined();
  });

  it('names a category that has no phrase by the words of its id', () => {
    const pages = open((files) => {
      files.set('categories.yaml', 'deposit: { team: payments }\nsecurity: { team: security }\ngift-cards: { team: payments }\n');
      files.set('articles/deposit-fees/article.yaml', files.get('articles/deposit-fees/article.yaml')!.replace('category: deposit', 'category: gift-cards'));
    });
    expect(pages.home('en')).toContain('>Gift cards</a>');
  });

  it('shows words as words, wherever they stand', () => {
    const page = open((files) => files.set('articles/deposit-late/en.md', translation('Title', ['late'], 'deposit-fees').replace('title: "Title"', `title: '${HOSTILE}'`))).article('en', 'deposit-late')!;
    expect(page).not.toContain('<script>alert');
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)!;
    expect((JSON.parse(json!) as { '@graph': { headline?: string }[] })['@graph'][1]?.headline).toBe(HOSTILE);
  });

  it('says when an article changed, where that is known', () => {
    const pages = open();
    expect(pages.article('en', 'deposit-late')).toContain('Updated on November 20, 2026');
    expect(pages.article('de', 'deposit-late')).not.toContain('<time');
    expect(pages.sitemap('en')).toContain('<lastmod>2026-11-20T00:00:00.000Z</lastmod>');
    expect(pages.sitemap('de')).not.toContain('<lastmod>');
  });

  it.each([
    ['nothing where even the best is unlikely', 'zzz', [['deposit-late', 0.04]], []],
    ['a title that has the words first', 'lost', [['deposit-late', 0.5]], ['security-lost-2fa', 'deposit-late', 'deposit-fees']],
    ['the likeliest of two titles first', 'deposit', [['deposit-late', 0.9], ['deposit-fees', 0.05]], ['deposit-late', 'deposit-fees', 'security-lost-2fa']],
    ['what is related where few fit', 'zzz', [['deposit-fees', 0.9], ['security-lost-2fa', 0.001]], ['deposit-fees', 'deposit-late', 'security-lost-2fa']],
  ] as const)('finds %s', async (_what, question, ranked, found) => {
    const page = await open(undefined, ranked).search('en', question);
    expect(links(page)).toEqual(found.map((id) => `/help/en/${id}`));
  });
});
