import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const DESKTOP = { width: 1280, height: 800 };
const TABLET = { width: 1024, height: 768 };
const LIMIT_MS = 120_000;

/** Its last letter is wrong: `…976F` is right. */
const MISTYPED = '0x71C7656EC7ab88b098defB751B7401B5f6d8976E';
const SEED = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

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

  /** Sends, and waits for one more reply of this kind than there was. */
  const say = async (contact: ContactClient, text: string, kind: 'safety' | 'intake'): Promise<void> => {
    const ofKind = ({ data }: { data: { kind?: string } }): boolean => data.kind === kind;
    const before = contact.events.filter(ofKind).length;
    await contact.send(text);
    await contact.waitForEvent('message.sent', (event) => ofKind(event) && contact.events.filter(ofKind).indexOf(event) >= before);
  };
  const signIn = async (email: string, viewport = DESKTOP): Promise<Page> => {
    await desk.createAgent(email, { role: 'supervisor' });
    const context = await browser.newContext({ viewport, locale: 'en', permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await signInTo(context, desk.url, { email, password: PASSWORD });
    await page.goto(`${desk.url}/desk`);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    return page;
  };
  const openRow = async (page: Page, contact: ContactClient): Promise<void> => {
    const { caseNumber } = await desk.storage.conversations.get(contact.conversationId ?? '') ?? {};
    await page.locator('.row').filter({ hasText: caseNumber ?? '' }).click();
    await page.getByRole('log').getByRole('article').first().waitFor();
  };
  const pane = (page: Page) => page.getByRole('region', { name: 'Details' });
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });

  it('reads what happened, what is known and what was taken out, and copies a code whole', async () => {
    const contact = await connectContact(desk.url);
    await say(contact, `Somebody hacked my account and withdrew 0.5 BTC to ${MISTYPED}! I changed my password already.`, 'intake');
    await say(contact, 'yesterday at 14:30', 'intake');
    await say(contact, `here is my seed phrase: ${SEED}`, 'safety');

    const page = await signIn('ana@exchange.example');
    await openRow(page, contact);
    const seen = pane(page);
    await seen.getByRole('heading', { name: 'Case' }).waitFor();
    await seen.getByText('security incident', { exact: true }).waitFor();
    await seen.getByText(/^Somebody hacked my account and withdrew 0\.5 BTC/).waitFor();
    await seen.getByText('0.5 BTC', { exact: true }).waitFor();
    await seen.getByText(MISTYPED, { exact: true }).waitFor();
    await seen.getByText('Checksum wrong: a typing error or a fake').waitFor();
    await seen.getByText('Changed the password').waitFor();
    await seen.getByText('Seed phrase removed').first().waitFor();
    await seen.getByRole('link', { name: /taken over/ }).waitFor();
    expect(await page.getByText('⟦').count()).toBe(0);
    expect(await page.getByText('legal winner').count()).toBe(0);
    await takeScreenshot(page, 'desk-case');
    expect(await findAccessibilityProblems(page)).toEqual([]);

    await seen.getByRole('button', { name: 'Copy 0x71C765…f6d8976E' }).click();
    await page.getByText(`Copied ${MISTYPED.slice(0, 39)}`).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(MISTYPED);
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('puts a question into the reply by keyboard, below what is written already, and goes on writing there', async () => {
    const contact = await connectContact(desk.url);
    await say(contact, 'somebody hacked my account and is withdrawing my bitcoin', 'intake');
    const page = await signIn('bo@exchange.example');
    await openRow(page, contact);
    await reply(page).fill('Hello, I am Bo.');
    const question = pane(page).getByRole('button', { name: 'Do you have the transaction ID (TXID)?' });
    await question.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' It is public.');
    expect(await reply(page).inputValue()).toBe('Hello, I am Bo.\nDo you have the transaction ID (TXID)? It is public.');
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('asks a contact who writes Chinese in Chinese, and reads the question in English', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('我的账户被盗了，有人正在把我的比特币转走');
    await contact.waitForEvent('handoff.requested');
    const page = await signIn('cy@exchange.example');
    await openRow(page, contact);
    await pane(page).getByText('Press a question to put it into your reply, in Simplified Chinese.').waitFor();
    await pane(page).getByRole('button', { name: 'Do you have the transaction ID (TXID)?' }).click();
    expect(await reply(page).inputValue()).toBe('有交易哈希（TXID）吗？');
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('finds what was understood one click away, also of what the assistant only heard', async () => {
    const contact = await connectContact(desk.url);
    await say(contact, 'somebody hacked my account and is withdrawing my bitcoin', 'intake');
    await say(contact, 'it was yesterday', 'intake');
    const page = await signIn('di@exchange.example');
    await openRow(page, contact);
    const [decided, heard] = [page.locator('.understood').first(), page.locator('.understood').nth(1)];
    await decided.getByText('Handed off').first().waitFor();
    await heard.getByText('Listened only').waitFor();
    expect(await decided.getByRole('term').count()).toBe(0);
    await heard.locator('summary').focus();
    await page.keyboard.press('Enter');
    await heard.getByText('None: people had the conversation').waitFor();
    await heard.getByText('Mood', { exact: true }).waitFor();
    await takeScreenshot(page, 'desk-understood');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('has the case beside the conversation on a small screen, and no case where the assistant answers alone', async () => {
    const [incident, question] = [await connectContact(desk.url), await connectContact(desk.url)];
    await say(incident, 'somebody hacked my account and is withdrawing my bitcoin', 'intake');
    await question.send('how do I turn on two factor authentication');
    await question.waitForEvent('message.sent');
    const page = await signIn('ed@exchange.example', TABLET);
    await page.getByRole('button', { name: /^All open/ }).click();
    await openRow(page, incident);
    await pane(page).getByRole('heading', { name: 'Case' }).waitFor();
    await takeScreenshot(page, 'desk-case-tablet');
    await openRow(page, question);
    expect(await pane(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Details' }).click();
    await pane(page).getByText('Topic').waitFor();
    expect(await pane(page).getByRole('heading', { name: 'Case' }).count()).toBe(0);
    incident.close();
    question.close();
    await page.context().close();
  }, LIMIT_MS);
});
