import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
/** A phrase of the BIP-39 test vectors, which is nobody's. */
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const MESSAGE = `I cannot open my wallet. My phrase: ${PHRASE}. Please restore it.`;
const CLEAN = 'I cannot open my wallet. My phrase: ⟦seed_phrase⟧. Please restore it.';
const FINDER = '**/api/widget/secrets-*.js*';

describeInBrowser('a contact who writes a secret', () => {
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  interface Contact {
    readonly page: Page;
    readonly context: BrowserContext;
    /** Everything that the page has sent, over sockets and requests. */
    readonly sent: string[];
    readonly received: string[];
    readonly field: Locator;
    readonly warning: Locator;
    readonly log: Locator;
  }

  const openContact = async (address = `${desk.url}/`, prepare?: (page: Page) => Promise<void>): Promise<Contact> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 780 }, locale: 'en-GB' });
    const page = await context.newPage();
    const sent: string[] = [];
    const received: string[] = [];
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => { sent.push(String(payload)); });
      socket.on('framereceived', ({ payload }) => { received.push(String(payload)); });
    });
    page.on('request', (request) => { sent.push(`${request.url()} ${request.postData() ?? ''}`); });
    await prepare?.(page);
    await page.goto(address);
    await page.getByRole('button', { name: 'Open support chat' }).click();
    return {
      page, context, sent, received, log: page.getByRole('log'),
      field: page.getByRole('textbox', { name: 'Your message' }), warning: page.getByRole('alertdialog', { name: 'Do not send this' }),
    };
  };
  const stored = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const selection = (field: Locator): Promise<string> => field.evaluate((element) => {
    const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  /** What the desk has stored of the contact's words. */
  const textsOf = async (received: readonly string[]): Promise<string[]> => {
    const ack = received.find((frame) => frame.includes('"type":"ack"'));
    const { conversationId } = JSON.parse(ack ?? '{}') as { conversationId: string };
    const events = await desk.storage.conversations.read(conversationId, 0, 100);
    return events.flatMap((event) => (event.type === 'message.received' ? [event.data.text] : []));
  };

  it('is warned before anything leaves the page, and sends the rest', async () => {
    const { page, context, sent, received, field, warning, log } = await openContact();
    await field.fill(MESSAGE);
    await field.press('Enter');
    await warning.waitFor();
    await warning.getByText('This looks like a secret: seed phrase.').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'widget-secret-warning-phone');

    // A second Enter leads back to the text, as Escape does; neither sends.
    await page.keyboard.press('Enter');
    expect(await selection(field)).toBe(PHRASE);
    await field.press('Enter');
    await warning.waitFor();
    await page.keyboard.press('Escape');
    await warning.waitFor({ state: 'detached' });
    expect([await selection(field), await field.inputValue()]).toEqual([PHRASE, MESSAGE]);
    expect(sent.filter((frame) => frame.includes('message.send'))).toEqual([]);
    expect(await stored(page)).not.toContain('winner');

    await field.press('Enter');
    await page.getByRole('button', { name: 'Send without it' }).click();
    await log.getByText('seed phrase: removed').first().waitFor();
    await log.getByText('Sent').waitFor();
    expect(await field.inputValue()).toBe('');
    expect(await textsOf(received)).toEqual([CLEAN]);
    expect(sent.find((frame) => frame.includes('message.send'))).toContain('"region":"GB"');
    expect(sent.join('\n')).not.toContain('winner');
    expect(await stored(page)).not.toContain('winner');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'widget-secret-removed-phone');
    await context.close();
  }, LIMIT_MS);

  it('finds the text again after the page was left, without the secret', async () => {
    const { page, context, field, warning } = await openContact();
    await field.fill(MESSAGE);
    await field.press('Enter');
    await warning.waitFor();
    await page.reload();
    await field.waitFor();
    expect(await field.inputValue()).toBe(CLEAN);
    expect(await stored(page)).not.toContain('winner');
    await context.close();
  }, LIMIT_MS);

  it('is not kept waiting for a check that does not come, and the desk takes the secret out', async () => {
    const { page, context, received, field, log } = await openContact(undefined, async (page) => { await page.route(FINDER, () => { /* never answered */ }); });
    await field.fill(MESSAGE);
    await field.press('Enter');
    expect(await field.inputValue()).toBe(MESSAGE);
    await log.getByText('seed phrase: removed').first().waitFor();
    expect(await textsOf(received)).toEqual([CLEAN]);
    expect(await stored(page)).not.toContain('winner');
    await context.close();
  }, LIMIT_MS);

  it.each([['from the desk itself', ''], ['from a path of the exchange\'s own', '/support']])('is warned on an exchange\'s page with a strict policy, %s', async (_, path) => {
    const exchange = await serveExchange(desk.url, path);
    const { page, field, warning, sent, context } = await openContact(exchange.url);
    // What comes later comes here as well.
    await page.getByRole('button', { name: 'Attach a file' }).waitFor();
    await field.fill(MESSAGE);
    await field.press('Enter');
    await warning.waitFor();
    expect(sent.some((line) => line.startsWith(`${path === '' ? desk.url : exchange.url + path}/api/widget/secrets-`))).toBe(true);
    expect(sent.join('\n')).not.toContain('winner');
    await context.close();
    await exchange.stop();
  }, LIMIT_MS);
});

/**
 * A page of another origin with nothing allowed but the embedding tag, by its nonce. With a path it
 * serves the desk's script and what that reads under its own address, as a proxy would.
 */
async function serveExchange(deskUrl: string, path: string): Promise<{ url: string; stop(): Promise<void> }> {
  const script = path === '' ? `${deskUrl}/widget.js` : `${path}/widget.js`;
  const policy = `default-src 'none'; script-src 'nonce-n0nce'; connect-src 'self' ${deskUrl} ${deskUrl.replace('http', 'ws')}; require-trusted-types-for 'script'`;
  const server: Server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
      response.end(`<!doctype html><html lang="en"><title>Exchange</title><script nonce="n0nce" src="${script}" async></script><h1>Exchange</h1></html>`);
      return;
    }
    void fetch(deskUrl + url.replace(path, '')).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}
