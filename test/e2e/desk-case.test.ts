import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { connectContact } from '../clients/contact-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, takeScreenshot } from './browser.ts';

const DESKTOP = { width: 1280, height: 800 };
const TABLET = { width: 1024, height: 768 };
const LIMIT_MS = 120_000;

/** Its last letter is wrong: `…976F` is right. */
const MISTYPED = '0x71C7656EC7ab88b098defB751B7401B5f6d8976E';
const TXID = '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b';

describeInBrowser('an agent who opens a conversation that went to people', () => {
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

  /** A contact writes these one after the other, each when the one before was heard or answered. */
  const write = async (...texts: string[]): Promise<void> => {
    const contact = await connectContact(desk.url);
    for (const text of texts) {
      const { seq } = await contact.send(text);
      const heard = async (): Promise<boolean> => {
        const state = await desk.storage.conversations.read(contact.conversationId ?? '');
        return (state?.heardSeq ?? 0) >= (seq ?? Infinity);
      };
      while (!await heard()) await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    contact.close();
  };
  const open = async (email: string, { viewport = DESKTOP, snippet }: { viewport?: typeof DESKTOP; snippet: string | RegExp }): Promise<Page> => {
    await desk.createAgent(email, { role: 'supervisor' });
    const page = await (await browser.newContext({ viewport, locale: 'en', permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
    await page.goto(`${desk.url}/desk`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.row').filter({ hasText: snippet }).first().click();
    await page.getByRole('log').getByRole('article').first().waitFor();
    return page;
  };
  const details = (page: Page) => page.getByRole('region', { name: 'Details' });
