import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const DESKTOP = { width: 1280, height: 800 };

describeInBrowser('an agent at the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  const contacts: ContactClient[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
    for (let number = 0; number < 6; number++) await newCase();
  }, LIMIT_MS);
  afterAll(async () => {
    for (const contact of contacts) contact.close();
    await browser.close();
    await desk.stop();
  });

  async function newCase(): Promise<string> {
    const contact = await connectContact(desk.url);
    contacts.push(contact);
    await contact.send('somebody hacked my account and is withdrawing my bitcoin');
    await contact.waitForEvent('handoff.requested');
    return contact.conversationId ?? '';
  }

  async function signIn(name: string, options: { role?: 'agent' | 'supervisor'; context?: Parameters<Browser['newContext']>[0] } = {}): Promise<{ page: Page; id: string; credentials: { email: string; password: string } }> {
    const { id, ...credentials } = await desk.createAgent(`${name}@exchange.example`, { role: options.role ?? 'agent' });
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', ...options.context });
    await context.request.post(`${desk.url}/api/desk/sign-in`, { data: { email: credentials.email, password: PASSWORD } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${desk.url}/desk`);
    // The counts come with the connection: from then on every key is answered.
    try { await page.locator('.view-count').nth(4).waitFor(); } catch (error) { console.log(await page.locator('.views').innerText(), await page.locator('.connection').innerText(), JSON.stringify(await page.evaluate(() => performance.getEntriesByType('resource').filter((e) => e.name.includes('/api')).map((e) => `${e.name} ${String((e as PerformanceResourceTiming).responseStatus)} ${e.startTime.toFixed(0)}+${e.duration.toFixed(0)}`)), null, 1)); throw error; }
    return { page, id, credentials };
  }

  const view = (page: Page, name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name });
  const selection = (page: Page) => page.getByRole('toolbar', { name: 'For all that are selected' });
  const ownersOf = async (ids: readonly string[]): Promise<string[]> =>
    (await desk.storage.conversations.getMany(ids)).map(({ owner }) => (owner.kind === 'agent' ? owner.name : owner.kind));

  it('opens', async () => { for (let n = 0; n < 25; n++) { const { page } = await signIn(`a${String(n)}`); await page.context().close(); } }, 300_000);
});

function failed(): never {
  throw new Error('it was there a moment ago');
}
