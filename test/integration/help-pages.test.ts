import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALE_TAGS } from '../../src/domain/locales.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

const ARTICLE = 'deposit-not-arrived';

describe('the help centre', () => {
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk(); }, 120_000);
  afterAll(() => desk.stop());

  const open = async (path: string): Promise<{ status: number; text: string; headers: Headers }> => {
    const response = await fetch(desk.url + path, { redirect: 'manual' });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const vote = (body: string, headers: Record<string, string> = {}, path = `/help/en/${ARTICLE}/vote`): Promise<Response> =>
    fetch(desk.url + path, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body });
  const revisionOf = (page: string): string => /name="revision" value="([0-9a-f]{16})"/.exec(page)![1]!;
  const counts = async () => (await desk.storage.helpVotes.list({ since: '2020-01-01' })).map(({ articleId, locale, helped, notHelped }) => [articleId, locale, helped, notHelped]);

  it.each(LOCALE_TAGS)('has a first page, a category and an article in %s, each naming its other languages', async (locale) => {
    for (const path of ['', '/category/deposit', `/${ARTICLE}`]) {
      const { status, text } = await open(`/help/${locale}${path}`);
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(text).toContain(`<link rel="canonical" href="http://127.0.0.1/help/${locale}${path}">`);
      for (const other of LOCALE_TAGS) expect(text).toContain(`hreflang="${other}" href="http://127.0.0.1/help/${other}${path}"`);
      expect(text).toContain('hreflang="x-default"');
      expect(text).toMatch(/<meta property="og:title" content="[^"]+">/);
      // A phrase that is missing would show its key.
      expect(text).not.toMatch(/>\s*(help|category)\.\w+/);
    }
  });

  it('tells machines what a page is, in data that cannot end its element', async () => {
    const { text } = await open(`/help/en/${ARTICLE}`);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)!;
    expect(json).not.toContain('<');
    const { '@graph': graph } = JSON.parse(json!) as { '@graph': { '@type': string; [key: string]: unknown }[] };
    expect(graph.map((one) => one['@type'])).toEqual(['BreadcrumbList', 'Article', 'FAQPage']);
    expect(graph[1]).toMatchObject({ inLanguage: 'en', url: `http://127.0.0.1/help/en/${ARTICLE}`, dateModified: expect.stringMatching(/^\d{4}-/) as unknown });
    expect(graph[2]).toMatchObject({ mainEntity: [{ '@type': 'Question', acceptedAnswer: { text: expect.stringContaining('<ol>') as unknown } }] });
  });

  it.each([['en', 'withdrawal fees', 'withdrawal-fees'], ['zh-CN', '提币手续费', 'withdrawal-fees'], ['de', 'passwort vergessen', 'account-reset-password'], ['ar', 'إيداع لم يصل', ARTICLE]])('searches in %s for "%s"', async (locale, question, articleId) => {
    const { text } = await open(`/help/${locale}?q=${encodeURIComponent(question)}`);
    expect(text).toContain(`href="/help/${locale}/${articleId}"`);
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).not.toContain('rel="canonical"');
  });

  it('finds nothing where nobody has written about it, and never shows what must not be shown', async () => {
    expect((await open('/help/en?q=asdfgh+qwerty')).text).toContain('No article fits');
    const seed = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    expect((await open(`/help/en?q=${encodeURIComponent(seed)}`)).text).not.toContain('sausage');
    expect((await open(`/help/en?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text).not.toContain('<script>alert');
  });

  it('leads to the languages that an article exists in', async () => {
    expect((await open('/help/en/no-such-article')).status).toBe(404);
    expect((await open('/help/en/category/no-such-category')).status).toBe(404);
    expect(await open(`/help/xx/category/deposit?a=b`)).toMatchObject({ status: 302 });
    expect((await open('/help/zh-HK/category/deposit')).headers.get('location')).toBe('/help/zh-TW/category/deposit');
  });

  it('lists every page with its languages and when it changed, for search engines', async () => {
    expect((await open('/robots.txt')).text).toContain('Sitemap: http://127.0.0.1/sitemap.xml');
    const { text: index } = await open('/sitemap.xml');
    expect(index.match(/<loc>[^<]+<\/loc>/g)).toEqual(LOCALE_TAGS.map((locale) => `<loc>http://127.0.0.1/sitemap-${locale}.xml</loc>`));
    const { text, headers } = await open('/sitemap-ja.xml');
    expect(headers.get('content-type')).toContain('application/xml');
    const entry = text.split('\n').find((line) => line.includes(`<loc>http://127.0.0.1/help/ja/${ARTICLE}</loc>`))!;
    expect(entry).toMatch(/<lastmod>\d{4}-\d\d-\d\dT[\d:.]+Z<\/lastmod>/);
    expect(entry.match(/hreflang=/g)).toHaveLength(LOCALE_TAGS.length + 1);
    for (const path of ['/help/ja', '/help/ja/category/deposit']) expect(text).toContain(`<loc>http://127.0.0.1${path}</loc>`);
    expect((await open('/sitemap-xx.xml')).status).toBe(404);
  });

  it('counts whether a page was helpful, once a day for each reader, without keeping who they are', async () => {
    const { text, headers } = await open(`/help/en/${ARTICLE}`);
    expect(headers.get('referrer-policy')).toBe('same-origin');
    const revision = revisionOf(text);
    const first = await vote(`helped=yes&revision=${revision}`, { 'user-agent': 'a', origin: desk.url });
    expect([first.status, first.headers.get('location')]).toEqual([303, `/help/en/${ARTICLE}/thanks?helped=yes`]);
    expect((await open(first.headers.get('location')!)).text).toContain('Good to know that this page helped.');
    // The same reader again, another reader, and words that are gone.
    expect((await vote(`helped=no&revision=${revision}`, { 'user-agent': 'a' })).status).toBe(303);
    expect((await vote(`helped=no&revision=${revision}`, { 'user-agent': 'b' })).status).toBe(303);
    expect((await vote('helped=no&revision=0000000000000000', { 'user-agent': 'c' })).status).toBe(303);
    const japanese = revisionOf((await open(`/help/ja/${ARTICLE}`)).text);
    await vote(`helped=no&revision=${japanese}`, { 'user-agent': 'd' }, `/help/ja/${ARTICLE}/vote`);
    expect(await counts()).toEqual([[ARTICLE, 'en', 1, 1], [ARTICLE, 'ja', 0, 1]]);
  });

  it('refuses votes that are none', async () => {
    const before = await counts();
    const revision = revisionOf((await open(`/help/en/${ARTICLE}`)).text);
    expect((await vote(`helped=perhaps&revision=${revision}`)).status).toBe(400);
    expect((await vote('helped=yes')).status).toBe(400);
    expect((await vote(`helped=yes&revision=${revision}&more=${'x'.repeat(2_000)}`)).status).toBe(413);
    expect((await vote(`helped=yes&revision=${revision}`, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await vote(`helped=yes&revision=${revision}`, {}, '/help/en/no-such-article/vote')).status).toBe(404);
    expect((await vote(`helped=yes&revision=${revision}`, {}, `/help/xx/${ARTICLE}/vote`)).status).toBe(404);
    expect(await counts()).toEqual(before);
  });
});
