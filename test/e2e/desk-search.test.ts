import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const HASH = '0x52908400098527886e0f7030069857d2e4169ee7c0ffee254729296a45a38856';

describeInBrowser('an agent who looks for a conversation', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let supervisor: DeskClient;
  const contacts: ContactClient[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
    supervisor = await connectDesk(desk.url, await desk.createAgent('Sue@exchange.example', { role: 'supervisor' }));
    await begin('somebody hacked my account and made a withdrawal of my bitcoin', 'security');
    await begin('我的提币一直没有到账，已经两天了，请帮我查一下这笔交易', 'payments');
    await begin('لم يصل الإيداع إلى محفظتي منذ يومين', 'payments');
    const lost = await begin(`my withdrawal has been pending since Monday, the transaction is ${HASH} and the explorer does not know it`, 'payments');
    await supervisor.command(lost, { type: 'claim' });
    await supervisor.command(lost, { type: 'note', clientMessageId: 'note-about-the-hash', text: 'Stuck in the hot wallet queue, settlement is on it.' });
    await supervisor.command(lost, { type: 'reply', clientMessageId: 'reply-about-the-hash', text: 'Your withdrawal waits in a queue; it will be sent within the hour.' });
  }, LIMIT_MS);
  afterAll(async () => {
    for (const client of [supervisor, ...contacts]) client.close();
    await browser.close();
    await desk.stop();
  });

  async function begin(text: string, team: 'payments' | 'security'): Promise<string> {
    const contact = await connectContact(desk.url);
    contacts.push(contact);
    await contact.send(text, { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    const id = contact.conversationId ?? '';
    if ((await desk.storage.conversations.get(id))?.team !== team) await supervisor.command(id, { type: 'transfer', team });
    return id;
  }
  const openPage = async (email: string, path: string, { role = 'supervisor', width = 1280, ...options }: { role?: 'agent' | 'supervisor'; width?: number; locale?: string; colorScheme?: 'dark' } = {}): Promise<Page> => {
    await desk.createAgent(email, { role, teams: ['payments'] });
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en', ...options });
    await signInTo(context, desk.url, { email, password: PASSWORD });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${desk.url}${path}`);
    return page;
  };
  const field = (page: Page) => page.getByRole('searchbox', { name: 'Search conversations' });
  const rows = (page: Page) => page.locator('.result');

  it('finds it by keyboard alone, reads it beside the results, and goes on in the inbox', async () => {
    const page = await openPage('ana@exchange.example', '/desk/search');
    await field(page).waitFor();
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'desk-search-beginning');
    await page.keyboard.type('withdrawal');
    await page.getByRole('status').getByText('2 conversations').waitFor();
    await page.locator('mark').first().waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'desk-search-results');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('it will be sent within the hour').waitFor();
    await takeScreenshot(page, 'desk-search-open');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(new URL(page.url()).searchParams.get('q')).toBe('withdrawal');
    await page.reload();
    await page.getByRole('log').getByText('it will be sent within the hour').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('log').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type(HASH.slice(0, 14));
    await page.getByRole('status').getByText('1 conversation', { exact: true }).waitFor();
    await rows(page).first().click();
    await page.getByRole('link', { name: 'Open in the inbox' }).click();
    await page.waitForURL(/\/desk\/c\//);
    await page.getByRole('log').getByText('it will be sent within the hour').waitFor();
    await page.goBack();
    await field(page).waitFor();
    expect(await field(page).inputValue()).toBe(HASH.slice(0, 14));
    await page.context().close();
  }, LIMIT_MS);

  it('narrows it down with filters from the menu, and takes them away again', async () => {
    const page = await openPage('bea@exchange.example', '/desk/search?q=withdrawal');
    await page.getByRole('status').getByText('2 conversations').waitFor();
    await page.getByRole('button', { name: 'Add a filter' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Team' }).press('ArrowRight');
    await takeScreenshot(page, 'desk-search-filter-menu');
    await page.getByRole('menuitem', { name: 'Security' }).press('Enter');
    await page.getByRole('status').getByText('1 conversation', { exact: true }).waitFor();
    expect(await field(page).inputValue()).toBe('withdrawal team:security');
    await page.getByRole('row', { name: 'Team: Security' }).press('Delete');
    await page.getByRole('status').getByText('2 conversations').waitFor();
    expect(await field(page).inputValue()).toBe('withdrawal');
    await page.getByRole('button', { name: 'What you can search for' }).press('Enter');
    await page.getByRole('dialog').getByText('Filters to type').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'desk-search-help');
    await page.getByRole('button', { name: 'agent:me' }).press('Enter');
    await page.keyboard.type('sue');
    await page.getByRole('status').getByText('1 conversation', { exact: true }).waitFor();
    await page.context().close();
  }, LIMIT_MS);

  it('is told what is wrong, what was not found, and finds a case however its number is typed', async () => {
    const page = await openPage('cid@exchange.example', '/desk/search?q=team:frod');
    await page.getByText('“frod” is no team.').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await field(page).fill('agent:nobody');
    await page.getByText('No colleague is called “nobody”.').waitFor();
    await field(page).fill('zzyzx status:open');
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await takeScreenshot(page, 'desk-search-none');
    const [conversation] = await desk.storage.conversations.list({ view: 'all', status: 'open', teams: ['payments'] }, 1);
    await field(page).fill((conversation?.caseNumber ?? '').toLowerCase().replace('-', ''));
    await rows(page).filter({ hasText: conversation?.caseNumber ?? '' }).waitFor();
    await page.context().setOffline(true);
    await field(page).fill('withdrawal');
    await page.getByRole('heading', { name: 'The search did not work' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).last().click();
    await page.getByRole('status').getByText('2 conversations').waitFor();
    await page.context().close();
  }, LIMIT_MS);

  it('finds only what the agent may read, in Chinese, in the dark and on a tablet', async () => {
    const page = await openPage('dai@exchange.example', `/desk/search?q=${encodeURIComponent('提币')}`, { role: 'agent', locale: 'zh-CN', colorScheme: 'dark', width: 768 });
    await page.getByRole('status').getByText('1 个会话').waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['提币']);
    await takeScreenshot(page, 'desk-search-zh-dark-tablet');
    await rows(page).first().click();
    await page.getByRole('log').waitFor();
    await takeScreenshot(page, 'desk-search-zh-dark-tablet-open');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    const input = page.getByRole('searchbox', { name: '搜索会话' });
    await input.fill('hacked');
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    await input.fill('الإيداع');
    await page.getByRole('status').getByText('1 个会话').waitFor();
    await takeScreenshot(page, 'desk-search-arabic');
    await page.context().close();
  }, LIMIT_MS);
});
