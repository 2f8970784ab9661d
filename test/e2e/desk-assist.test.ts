import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { createScriptedAgentTools } from '../fakes/scripted-agent-tools.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const DESKTOP = { width: 1280, height: 800 };

describeInBrowser('an agent whom a model helps', () => {
  const tools = createScriptedAgentTools({ translation: (text) => (/^[ -~]+$/.test(text) ? '我们已冻结您的账户。' : 'Somebody stole my account and is moving my bitcoin.') });
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk({ agentTools: tools });
    browser = await launchBrowser();
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const signIn = async (email: string, options: { locale?: string; colorScheme?: 'light' | 'dark' } = {}): Promise<Page> => {
    await desk.createAgent(email, { role: 'supervisor' });
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', ...options });
    await signInTo(context, desk.url, { email, password: PASSWORD });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${desk.url}/desk`);
    await page.locator('.row').first().waitFor();
    return page;
  };
  const openCase = async (page: Page, text: string): Promise<ContactClient> => {
    const contact = await connectContact(desk.url);
    await contact.send(text);
    await contact.waitForEvent('handoff.requested');
    const { caseNumber } = await desk.storage.conversations.get(contact.conversationId ?? '') ?? {};
    await page.locator('.row').filter({ hasText: caseNumber ?? '' }).click();
    await page.getByRole('log').getByRole('article').first().waitFor();
    return contact;
  };
  beforeAll(async () => {
    const first = await connectContact(desk.url);
    await first.send('somebody hacked my account');
    await first.waitForEvent('handoff.requested');
    first.close();
  }, LIMIT_MS);
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  it('reads a summary, and uses a suggestion below what is written already', async () => {
    const page = await signIn('ana@exchange.example');
    const contact = await openCase(page, 'somebody hacked my account and is withdrawing my bitcoin');
    const summary = page.getByRole('region', { name: 'Summary' });
    await summary.getByText('The contact wants the account frozen.').waitFor();
    await summary.getByText('Written by a model, may be wrong.').waitFor();
    await reply(page).fill('Hello.');
    await press(page, 'Suggest');
    const card = page.getByRole('region', { name: 'Suggested reply' });
    await card.getByRole('link', { name: /A deposit has not arrived/ }).waitFor();
    await takeScreenshot(page, 'desk-assist-suggestion');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Use' }).click();
    expect(await reply(page).inputValue()).toBe('Hello.\nA deposit arrives after 12 confirmations.');
    await press(page, 'Rewrite');
    await page.getByRole('menuitem', { name: 'Warmer' }).click();
    await page.getByText('Changed by a model. Please read it before you send it.').waitFor();
    await press(page, 'Undo');
    expect(await reply(page).inputValue()).toBe('Hello.\nA deposit arrives after 12 confirmations.');
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('goes on writing when the model is down or slow, and loses nothing', async () => {
    const page = await signIn('bo@exchange.example');
    const contact = await openCase(page, 'somebody hacked my account and is withdrawing my bitcoin');
    await page.getByRole('region', { name: 'Summary' }).getByText('The contact wants').waitFor();
    await reply(page).fill('half a reply');
    tools.failNext('unavailable');
    await press(page, 'Suggest');
    await page.getByText('The language model is slow, down or over its budget. Everything else works as before.').waitFor();
    const release = tools.hold();
    await press(page, 'Rewrite');
    await page.getByRole('menuitem', { name: 'Shorter' }).click();
    await page.getByText('Rewriting your draft…').waitFor();
    await reply(page).fill('half a reply, and more');
    release();
    await page.getByText('You went on writing, so your draft was left as it is.').waitFor();
    expect(await reply(page).inputValue()).toBe('half a reply, and more');
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('reads a contact in another language, and is read by them, the originals one click away', async () => {
    const page = await signIn('cy@exchange.example', { colorScheme: 'dark' });
    const contact = await openCase(page, '我的账户被盗了，有人正在把我的比特币转走');
    const log = page.getByRole('log');
    await log.getByRole('button', { name: 'Translate' }).first().click();
    await log.getByText('Somebody stole my account').waitFor();
    await log.getByText('Machine-translated from Simplified Chinese').waitFor();
    await log.getByRole('button', { name: 'Show original' }).click();
    await log.getByText('我的账户被盗了，有人正在把我的比特币转走').waitFor();

    await press(page, 'Claim');
    await reply(page).fill('We have frozen your account.');
    await page.getByRole('group', { name: 'Help with this reply' }).getByRole('button', { name: 'Translate' }).click();
    await page.getByText('Machine-translated into Simplified Chinese. Your words go with it:').waitFor();
    expect(await reply(page).inputValue()).toBe('我们已冻结您的账户。');
    await takeScreenshot(page, 'desk-assist-translated-dark');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await press(page, 'Back to my words');
    expect(await reply(page).inputValue()).toBe('We have frozen your account.');
    await press(page, 'Undo');
    await press(page, 'Send');
    const { data } = await contact.waitForEvent('message.sent', (event) => event.data.text === '我们已冻结您的账户。');
    expect(data['original']).toEqual({ locale: 'en', text: 'We have frozen your account.' });
    await log.getByText('Machine-translated; show original').click();
    await log.getByText('We have frozen your account.').waitFor();
    await takeScreenshot(page, 'desk-assist-sent-dark');
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('shows who oversees how the model is doing, in Chinese too', async () => {
    const page = await signIn('di@exchange.example', { locale: 'zh-CN' });
    const contact = await openCase(page, 'somebody hacked my account and is withdrawing my bitcoin');
    await page.getByText('由模型生成，可能有误。').waitFor();
    await page.keyboard.press('s');
    await page.getByRole('region', { name: '建议回复' }).waitFor();
    await takeScreenshot(page, 'desk-assist-zh');
    await page.getByRole('button', { name: '放弃' }).click();
    await page.locator('.account-button').click();
    await page.getByRole('menuitem', { name: '语言模型' }).click();
    await page.getByText('12,345 / 500,000').waitFor();
    await takeScreenshot(page, 'desk-assist-model-zh');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('is read by a contact who sees that it was translated, and opens the original', async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${desk.url}/`);
    await page.locator('button[aria-label]').first().click();
    const ed = await connectDesk(desk.url, await desk.createAgent('ed@exchange.example', { role: 'supervisor' }));
    const input = page.getByRole('textbox').first();
    await input.fill('me robaron la cuenta y están retirando mis bitcoins');
    await input.press('Enter');
    const isMine = ({ lastMessage, owner }: { lastMessage: { text: string } | null; owner: { kind: string } }): boolean => owner.kind === 'queue' && (lastMessage?.text.startsWith('me robaron') ?? false);
    const told = await ed.waitForFrame((frame) => frame.type === 'conversations' && frame.conversations.some(isMine));
    const found = told.type === 'conversations' ? told.conversations.find(isMine) : undefined;
    await ed.command(found?.id ?? '', { type: 'claim' });
    await ed.command(found?.id ?? '', { type: 'reply', clientMessageId: 'translated-reply', text: 'Ya congelamos su cuenta.', original: { locale: 'en', text: 'We have frozen your account.' } });
    const log = page.getByRole('log');
    await log.getByText('Ya congelamos su cuenta.').waitFor();
    await takeScreenshot(page, 'widget-translated-closed');
    await log.getByText('Machine-translated, show original').click();
    await log.getByText('We have frozen your account.').waitFor();
    await takeScreenshot(page, 'widget-translated');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    ed.close();
    await page.context().close();
  }, LIMIT_MS);

  it('sees nothing of all this without a model', async () => {
    const plain = await startDesk();
    const contact = await connectContact(plain.url);
    await contact.send('我的账户被盗了，有人正在把我的比特币转走');
    await contact.waitForEvent('handoff.requested');
    await plain.createAgent('flo@exchange.example', { role: 'supervisor' });
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en' });
    await signInTo(context, plain.url, { email: 'flo@exchange.example', password: PASSWORD });
    const page = await context.newPage();
    await page.goto(`${plain.url}/desk`);
    await page.locator('.row').first().click();
    await reply(page).fill('half a reply');
    await page.getByRole('heading', { name: 'Case' }).waitFor();
    for (const name of ['Suggest', 'Rewrite', 'Translate']) expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await page.getByText('Summary').count()).toBe(0);
    await page.locator('.account-button').click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'Language model' }).count()).toBe(0);
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await page.getByText('Write a note').waitFor();
    expect(await page.getByText('Suggest a reply').count()).toBe(0);
    contact.close();
    await context.close();
    await plain.stop();
  }, LIMIT_MS);
});
