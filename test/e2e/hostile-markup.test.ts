import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { signIn } from '../clients/sign-in.ts';
import { SAMPLE_FILES } from '../fixtures/sample-files.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 180_000;
const RUNS = 'window.hacked=1';
/** Whatever of it ran would set `hacked`; whatever was loaded would ask another site. */
const MARKUP = [
  `<script>${RUNS}</script>`, `<img src=x onerror="${RUNS}">`, `<svg/onload="${RUNS}">`, `</script></title></textarea><svg><script>${RUNS}</script></svg>`, `<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>`,
  `<a href="javascript:${RUNS}">here</a>`, `[one](javascript:${RUNS})`, `[two](JaVaScRiPt:${RUNS})`, `[three](data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGFja2VkPTE8L3NjcmlwdD4=)`, '[four](vbscript:x)', '[five](//evil.example/)',
  '![six](https://evil.example/seen.png)', '![seven](data:image/svg+xml,<svg/onload=alert(1)>)', `<style>@import url(https://evil.example/a.css)</style>`, '<link rel=stylesheet href=https://evil.example/b.css>', `" autofocus onfocus="${RUNS}" x="`, '{{constructor.constructor("hacked=1")()}}',
].join('\n');
const REVERSED = 'invoice\u202Efdp.exe';
const HIDDEN = 'ex\u200Bchange.example';
const LOOKS_LIKE = 'ex\u0441hange.example';
const NAME = `Ana <img src=x onerror=${RUNS}>`;
const ARTICLE = 'articles/deposit-fees/en.md';

describeInBrowser('markup that somebody stored', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let agent: DeskClient;
  let cookie: string;
  const elsewhere: string[] = [];
  const refused: string[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
    cookie = await signIn(desk.url, await desk.createAgent('ada@x.example', { role: 'admin' }));
    const { id } = await desk.createAgent('ana@x.example', { role: 'supervisor' });
    await call('PUT', `/api/desk/people/${id}`, { name: NAME });
    agent = await connectDesk(desk.url, { email: 'ana@x.example', password: PASSWORD });
  }, LIMIT_MS);
  afterAll(async () => {
    agent.close();
    await browser.close();
    await desk.stop();
  });

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(desk.url + path, { method, headers: { cookie, 'Content-Type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return await response.json() as T;
  }
  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
    context.setDefaultTimeout(20_000);
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && origin !== desk.url) elsewhere.push(request.url());
    });
    context.on('console', (message) => { if (/content security policy|refused to/i.test(message.text())) refused.push(`${message.page()?.url() ?? ''}: ${message.text()}`); });
    context.on('dialog', (dialog) => { refused.push(`a dialog: ${dialog.message()}`); void dialog.dismiss(); });
    return context;
  };
  const goTo = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(desk.url + path);
    return page;
  };
  const expectInert = async (page: Page): Promise<void> => { expect(await findActive(page)).toEqual([]); };

  it('is words on the desk and in the widget, in messages, notes and names', async () => {
    const [outside, inside] = [await open({ viewport: { width: 420, height: 800 } }), await open()];
    const widget = await goTo(outside, '/');
    await widget.locator('button.launcher').click();
    const composer = widget.locator('.composer textarea');
    await composer.fill(`somebody hacked my account\n${MARKUP}\n${REVERSED} ${HIDDEN} ${LOOKS_LIKE}`);
    await composer.press('Enter');
    await widget.getByRole('log').getByText('onerror=').first().waitFor();
    const token = await widget.evaluate(() => Object.entries<string>({ ...localStorage }).find(([key]) => key.endsWith(':token'))?.[1] ?? '');
    const { conversations: [found] } = await (await fetch(`${desk.url}/api/contact/conversations`, { headers: { authorization: `Bearer ${token}` } })).json() as { conversations: { id: string }[] };
    const id = found?.id ?? '';
    const { id: file } = await (await fetch(`${desk.url}/api/contact/files`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'x-file-name': encodeURIComponent(`"><img src=x onerror=${RUNS}>\u202Egnp.exe`) }, body: SAMPLE_FILES.png })).json() as { id: string };
    await fetch(`${desk.url}/api/contact/messages`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ id: 'with-a-file', conversationId: id, text: 'this is what I saw', attachments: [file] }) });
    await agent.command(id, { type: 'claim' });
    await agent.command(id, { type: 'note', clientMessageId: 'a-hostile-note', text: `seen\n${MARKUP}` });
    await agent.command(id, { type: 'reply', clientMessageId: 'a-hostile-reply', text: `Look here.\n\n${MARKUP}\n\n${REVERSED}` });
    await widget.getByRole('log').getByText('Look here.').waitFor();
    // An override would turn what stands after it; a sign stands in its place.
    await widget.getByRole('log').getByText('invoice\uFFFDfdp.exe').first().waitFor();
    expect(await widget.locator('body').innerText()).not.toContain('\u202E');
    await expectInert(widget);
    await takeScreenshot(widget, 'hostile-widget');

    await signInTo(inside, desk.url, { email: 'ana@x.example', password: PASSWORD });
    const page = await goTo(inside, `/desk/c/${id}`);
    const log = page.getByRole('log');
    await log.getByText('Look here.').waitFor();
    await log.getByText('U+202E').first().waitFor();
    await log.getByText('U+200B').first().waitFor();
    expect(await log.locator('.look-alike').first().textContent()).toContain('ex\u0441hange');
    expect(await log.innerText()).toContain(`<img src=x onerror="${RUNS}">`);
    expect(await log.innerText()).not.toContain('\u202E');
    await expectInert(page);
    await takeScreenshot(page, 'hostile-desk');
    for (const [path, shown] of [['/desk?view=mine', '.row'], ['/desk/search?q=hacked', '.result'], ['/desk/wallboard', 'text=Ana <img']] as const) {
      await page.goto(desk.url + path);
      await page.locator(shown).first().waitFor();
      await expectInert(page);
    }
    const saved = await fetch(`${desk.url}/api/contact/conversations/${id}/transcript`, { headers: { authorization: `Bearer ${token}` } });
    // Where a saved file is opened no policy of ours holds.
    const transcript = await outside.newPage();
    await transcript.setContent(await saved.text());
    await transcript.getByText('Look here.').waitFor();
    await expectInert(transcript);
    for (const context of [outside, inside]) await context.close();
  }, LIMIT_MS);

  it('is words in the editor, in its preview and on the help pages', async () => {
    const { published } = await call<{ published: { number: number; text: string } }>('GET', `/api/editor/document?path=${ARTICLE}`);
    const text = `${published.text}\n${MARKUP.replaceAll('{{', '{ {')}\n\n${REVERSED}\n`;
    const { draft } = await call<{ draft: { version: number } }>('PUT', '/api/editor/draft', { path: ARTICLE, text, version: 0, base: published.number });
    const context = await open();
    await signInTo(context, desk.url, { email: 'ada@x.example', password: PASSWORD });
    const page = await goTo(context, '/editor/articles/deposit-fees/en');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.locator('.cm-content').getByText('onerror=').first().waitFor();
    await page.locator('.cm-content').getByText('U+202E').first().waitFor();
    await expectInert(page);
    await takeScreenshot(page, 'hostile-editor');
    const { page: preview } = await call<{ page: string }>('POST', '/api/editor/preview', { path: ARTICLE, text });
    const previewed = await goTo(context, '/help/en');
    await previewed.setContent(preview.replace(/<script src="\/widget.js"[^>]*><\/script>/, ''));
    await previewed.getByText('onerror=').first().waitFor();
    await expectInert(previewed);

    // No such text is ever published; a title and a summary are words, whatever they look like.
    expect(await call('POST', '/api/editor/publish', { documents: [{ path: ARTICLE, version: draft.version }] })).toMatchObject({ state: 'refused' });
    const words = published.text.replace(/^title: .*$/m, `title: ${JSON.stringify(`Fees <img src=x onerror=${RUNS}>`)}`)
      .replace(/^summary: .*$/m, `summary: ${JSON.stringify(`</script><script>${RUNS}</script> "><svg onload=${RUNS}> ${REVERSED}`)}`);
    const saved = await call<{ draft: { version: number } }>('PUT', '/api/editor/draft', { path: ARTICLE, text: words, version: draft.version, base: published.number });
    expect(await call('POST', '/api/editor/publish', { documents: [{ path: ARTICLE, version: saved.draft.version }] })).toMatchObject({ state: 'published' });
    for (const path of ['/editor/articles/deposit-fees/en', '/help/en/deposit-fees', `/help/en?q=${encodeURIComponent(`deposit fees ${MARKUP.slice(0, 200)}`)}`]) {
      await page.goto(desk.url + path);
      const shown = path.includes('?q=') ? page.locator('input[type=search]') : page.locator('h1').filter({ hasText: 'Fees <img' });
      await shown.first().waitFor().catch((error: unknown) => { throw new Error(`${path} does not show it`, { cause: error }); });
      await expectInert(page);
      expect(await page.locator('body').innerText()).not.toContain('\u202E');
    }
    await context.close();
  }, LIMIT_MS);

  it('asks no other site for anything, and nothing that a policy has to refuse, on every page there is', async () => {
    const context = await open();
    await signInTo(context, desk.url, { email: 'ada@x.example', password: PASSWORD });
    const page = await context.newPage();
    for (const path of [
      '/', '/help', '/help/en', '/help/ar', '/help/en?q=deposit', '/help/en/withdrawal-limits', '/help/en/no-such-page',
      '/desk', '/desk?view=open', '/desk/search', '/desk/wallboard', '/desk/reports', '/desk/quality', '/desk/settings', '/desk/audit', '/desk/account',
      '/editor', '/editor/articles/withdrawal-limits/en', '/editor/gaps', '/editor/figures', '/editor/publish', '/editor/import', '/editor/settings',
    ]) {
      const answer = await page.goto(desk.url + path);
      const headers = answer?.headers() ?? {};
      expect({ path, csp: headers['content-security-policy'], ...pick(headers, Object.keys(EVERYWHERE)) }).toMatchObject({ path, csp: expect.stringContaining("default-src 'none'"), ...EVERYWHERE });
      expect({ path, csp: headers['content-security-policy'] }).not.toMatchObject({ csp: expect.stringMatching(/unsafe-|\*/) });
      await page.locator('h1, main, nav, pre, button.launcher').first().waitFor().catch((error: unknown) => { throw new Error(`${path} shows nothing`, { cause: error }); });
      await expectInert(page);
    }
    expect({ elsewhere, refused }).toEqual({ elsewhere: [], refused: [] });
    await context.close();
  }, LIMIT_MS);
});

const EVERYWHERE = {
  'x-content-type-options': 'nosniff', 'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/) as unknown as string, 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY',
  'permissions-policy': expect.stringContaining('camera=()') as unknown as string,
};

function pick(from: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

/** Elements and attributes that run or load something which is not ours, shadow roots included; and whether anything ran. */
function findActive(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    const found = 'hacked' in window ? ['it ran'] : [];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const isOurs = (address: string | null): boolean => address === null || address === '' || address.startsWith('blob:') || new URL(address, location.origin === 'null' ? 'https://elsewhere.example' : location.href).origin === location.origin;
        const tag = element.localName;
        if (tag === 'script' && element.getAttribute('type') !== 'application/ld+json' && (!element.getAttribute('src') || !isOurs(element.getAttribute('src')))) found.push(element.outerHTML);
        if (['object', 'embed'].includes(tag) || (tag === 'iframe' && element.getAttribute('sandbox') === null)) found.push(element.outerHTML);
        if (['img', 'link'].includes(tag) && !isOurs(element.getAttribute('src') ?? (element.getAttribute('rel') === 'stylesheet' ? element.getAttribute('href') : null))) found.push(element.outerHTML);
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on') || (['href', 'action', 'formaction', 'xlink:href'].includes(name) && !/^(?:https?:|mailto:|blob:|[/#?]|$)/.test(value))) found.push(`${tag} ${name}=${value}`);
        }
      }
    }
    return found;
  });
}
