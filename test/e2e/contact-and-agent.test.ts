import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, nextCode, takeScreenshot } from './browser.ts';

const PHONE = { width: 390, height: 780 };
const DESKTOP = { width: 1280, height: 800 };
const LIMIT_MS = 120_000;

describeInBrowser('a contact and an agent, each in a browser', () => {
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

  const openContact = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'en', ...options });
    const page = await context.newPage();
    await page.goto(`${desk.url}/`);
    await page.getByRole('button', { name: 'Open support chat' }).click();
    return { page, context };
  };
  /** What the contact reads; outside of it the same words are announced to screen readers. */
  const log = (page: Page) => page.getByRole('log');
  const write = async (page: Page, text: string): Promise<void> => {
    const composer = page.getByRole('textbox', { name: 'Your message' });
    await composer.fill(text);
    await composer.press('Enter');
  };
  const openDesk = async (email: string): Promise<Page> => {
    await desk.createAgent(email, { role: 'supervisor' });
    const page = await (await browser.newContext({ viewport: DESKTOP, locale: 'en' })).newPage();
    await page.goto(`${desk.url}/desk`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(nextCode(email));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    return page;
  };

  it('answers from an article that opens, takes a rating, and goes on after a reload and in a second tab', async () => {
    const { page, context } = await openContact();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'widget-welcome-phone');
    await write(page, 'my usdt deposit has not arrived');
    const source = page.getByRole('link', { name: /My crypto deposit has not arrived/ });
    await source.waitFor();
    await takeScreenshot(page, 'widget-answer-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);

    const [help] = await Promise.all([context.waitForEvent('page'), source.click()]);
    await help.getByRole('heading', { level: 1, name: 'My crypto deposit has not arrived' }).waitFor();
    expect(await findAccessibilityProblems(help)).toEqual([]);
    await help.close();

    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByText('Good to hear.').waitFor();

    await page.reload();
    await page.getByText('my usdt deposit has not arrived', { exact: true }).waitFor();
    await page.getByRole('link', { name: /My crypto deposit has not arrived/ }).waitFor();

    const second = await context.newPage();
    await second.goto(`${desk.url}/`);
    await second.getByRole('button', { name: 'Open support chat' }).click();
    await write(second, 'how do I cancel a withdrawal');
    await page.getByText('how do I cancel a withdrawal', { exact: true }).waitFor();
    expect(await page.getByText('how do I cancel a withdrawal', { exact: true }).count()).toBe(1);
    await context.close();
  }, LIMIT_MS);

  it('lets nothing that is written without a connection be lost or sent twice', async () => {
    const { page, context } = await openContact();
    await write(page, 'how long does verification take');
    await page.getByText('Did this help?').first().waitFor();
    await context.setOffline(true);
    await write(page, 'and which documents do you accept');
    await page.getByText('No connection.').waitFor();
    await takeScreenshot(page, 'widget-offline-phone');
    await context.setOffline(false);
    await page.getByRole('link', { name: /documents/i }).first().waitFor();
    expect(await page.getByText('and which documents do you accept', { exact: true }).count()).toBe(1);
    await context.close();
  }, LIMIT_MS);

  it('brings an incident to an agent who replies, returns and resolves, while the contact sees each step', async () => {
    const agent = await openDesk('ana@exchange.example');
    await agent.getByText('Nobody is waiting').waitFor();
    await takeScreenshot(agent, 'desk-empty');
    const { page: contact, context } = await openContact();
    await write(contact, 'somebody hacked my account and is withdrawing my bitcoin');
    await log(contact).getByText('Protect your account now').waitFor();
    await contact.getByRole('status').getByText('You are next in line').waitFor();
    await takeScreenshot(contact, 'widget-incident-phone');
    expect(await findAccessibilityProblems(contact)).toEqual([]);

    const row = agent.getByText('somebody hacked my account and is withdrawing my bitcoin').first();
    await row.waitFor(); // it came by itself
    await row.click();
    await agent.getByText('What was understood:').first().waitFor();
    await agent.getByRole('button', { name: /^Claim/ }).first().click();
    await log(contact).getByText('ana joined').waitFor();

    await agent.getByRole('textbox', { name: /Write to the contact|Reply/ }).fill('I have frozen withdrawals for you. When did you notice it?');
    await agent.keyboard.press('Control+Enter');
    await log(contact).getByText('I have frozen withdrawals for you. When did you notice it?').waitFor();
    await takeScreenshot(agent, 'desk-conversation');
    expect(await findAccessibilityProblems(agent)).toEqual([]);

    await contact.reload();
    await write(contact, 'an hour ago, what are the withdrawal limits');
    await agent.getByText('an hour ago, what are the withdrawal limits').first().waitFor();
    await agent.getByRole('button', { name: 'More' }).click();
    await agent.getByRole('menuitem', { name: /^To assistant/ }).click();
    await log(contact).getByText('ana left. The assistant answers again.').waitFor();
    await write(contact, 'how do I turn on two factor authentication');
    await contact.getByText('Did this help?').first().waitFor();

    await agent.getByRole('button', { name: /^Claim/ }).first().click();
    await agent.getByRole('button', { name: 'Resolve', exact: true }).click();
    await log(contact).getByText('ana closed the conversation').waitFor();
    await contact.getByRole('radio', { name: '5 of 5' }).check({ force: true });
    await contact.getByRole('button', { name: 'Send rating' }).click();
    await contact.getByText('Thank you for your rating.').waitFor();
    await takeScreenshot(contact, 'widget-rated-phone');
    await context.close();
    await agent.context().close();
  }, LIMIT_MS);

  it('gives a conversation to exactly one of two agents', async () => {
    const [one, two] = await Promise.all([openDesk('bo@exchange.example'), openDesk('cy@exchange.example')]);
    const { page: contact, context } = await openContact();
    await contact.getByRole('button', { name: 'Talk to a person' }).first().click();
    await contact.getByRole('status').getByText('You are next in line').waitFor();
    for (const agent of [one, two]) await agent.getByText('I would like to talk to a person.').first().click();
    const claims = [one, two].map((agent) => agent.getByRole('button', { name: /^Claim/ }).first());
    await Promise.all(claims.map((claim) => claim.click().catch(() => undefined)));
    await log(contact).getByText(/^(bo|cy) joined$/).waitFor();
    await Promise.all([one, two].map((agent) => agent.getByText(/(bo|cy) claimed the conversation/).first().waitFor()));
    expect(await log(contact).getByText(/^(bo|cy) joined$/).count()).toBe(1);
    await Promise.all([context.close(), one.context().close(), two.context().close()]);
  }, LIMIT_MS);

  it('creates the first administrator from the link in the terminal', async () => {
    const fresh = await startDesk();
    try {
      const page = await (await browser.newContext({ viewport: DESKTOP, locale: 'en' })).newPage();
      await page.goto(`${fresh.url}/desk/set-up#${await fresh.app.invite() ?? ''}`);
      await takeScreenshot(page, 'desk-set-up');
      expect(await findAccessibilityProblems(page)).toEqual([]);
      await page.getByLabel('E-mail').fill('root@exchange.example');
      await page.getByLabel('Your name').fill('Root');
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Create the account' }).click();
      await page.getByRole('heading', { name: 'Add a second factor' }).waitFor();
      const secret = (await page.locator('.enrol-secret code').innerText()).replaceAll(' ', '');
      await page.getByLabel('Code that the app shows').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByRole('button', { name: 'I have kept them' }).click();
      await page.getByRole('navigation', { name: 'Views' }).waitFor();
      await page.context().close();
    } finally {
      await fresh.stop();
    }
  }, LIMIT_MS);

  it('speaks Chinese to who reads Chinese, in the dark too', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'zh-CN', colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(`${desk.url}/`);
    await page.locator('button').last().click();
    await page.getByRole('textbox').fill('怎么开启谷歌验证');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /验证/ }).first().waitFor();
    await takeScreenshot(page, 'widget-chinese-dark-320');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await context.close();
  }, LIMIT_MS);
});
