import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

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
    await signInTo(context, desk.url, { email: credentials.email, password: PASSWORD });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${desk.url}/desk`);
    // The counts come with the connection: from then on every key is answered.
    await page.locator('.view-count').nth(4).waitFor();
    return { page, id, credentials };
  }

  const view = (page: Page, name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name });
  const selection = (page: Page) => page.getByRole('toolbar', { name: 'For all that are selected' });
  const ownersOf = async (ids: readonly string[]): Promise<string[]> =>
    (await desk.storage.conversations.getMany(ids)).map(({ owner }) => (owner.kind === 'agent' ? owner.name : owner.kind));

  it('takes the next one by key, and is told when nobody waits', async () => {
    const { page } = await signIn('ana');
    const [head] = await desk.storage.conversations.list({ view: 'queue', teams: ['security'] }, 1);
    await page.keyboard.press('g');
    await page.waitForURL(`**/desk/c/${head?.id ?? ''}`);
    await view(page, 'Mine').getByText('1', { exact: true }).waitFor();
    await page.getByText('Yours ·').waitFor();
    await page.context().close();
    const calm = await signIn('abe', { role: 'agent' });
    await desk.storage.agents.update({ ...(await desk.storage.agents.get(calm.id)) ?? failed(), teams: ['trading'] });
    await calm.page.getByRole('button', { name: 'Take next', exact: true }).click();
    await calm.page.getByText('Nobody is waiting in your queues.').waitFor();
    await calm.page.context().close();
  }, LIMIT_MS);

  it('does one thing to many rows, is told what could not be done, and takes it back', async () => {
    const { page } = await signIn('ben');
    const waiting = await desk.storage.conversations.list({ view: 'queue', teams: ['security'] }, 10);
    const picked = waiting.slice(0, 3).map(({ id }) => id);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    await page.getByText('3 selected').first().waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'desk-bulk');
    await selection(page).getByRole('button', { name: 'Claim' }).click();
    await page.getByText('3 claimed').waitFor();
    expect(await ownersOf(picked)).toEqual(['ben', 'ben', 'ben']);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('3 as before').waitFor();
    expect(await ownersOf(picked)).toEqual(['queue', 'queue', 'queue']);
    await page.getByRole('button', { name: 'Close' }).click();

    // Resolving what is nobody's is refused, each by itself.
    await page.locator('.row').nth(0).click({ modifiers: ['Shift'] });
    await page.locator('.row').nth(1).click({ modifiers: ['Shift'] });
    await selection(page).getByRole('button', { name: 'Resolve' }).click();
    await page.getByText('2 were not done').waitFor();
    expect(await page.getByText('It is not yours.').count()).toBe(2);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.context().close();
  }, LIMIT_MS);

  it('gives many to a team with a note, and takes that back', async () => {
    const { page } = await signIn('sue', { role: 'supervisor' });
    const [first] = await desk.storage.conversations.list({ view: 'queue', teams: ['security'] }, 1);
    await page.locator('.row').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await selection(page).getByRole('button', { name: 'Transfer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Give 1 conversation to' });
    await dialog.getByRole('option', { name: /^Technical/ }).click();
    await dialog.getByRole('textbox').last().fill('They cannot sign in any more.');
    await dialog.getByRole('button', { name: /Technical/ }).click();
    await page.getByText('1 transferred').waitFor();
    expect((await desk.storage.conversations.get(first?.id ?? ''))?.owner).toEqual({ kind: 'queue', team: 'technical' });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('1 as before').waitFor();
    expect((await desk.storage.conversations.get(first?.id ?? ''))?.owner).toEqual({ kind: 'queue', team: 'security' });
    await page.context().close();
  }, LIMIT_MS);

  it('finds any action by its name, a view, and a case by its number', async () => {
    const { page } = await signIn('cat');
    const [first] = await desk.storage.conversations.list({ view: 'queue', teams: ['security'] }, 1);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Search for any action' });
    await palette.getByRole('menuitem', { name: 'Take the next one' }).waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'desk-palette');
    await page.keyboard.type('for me');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk?view=calls');
    await page.getByText('Nobody needs you right now').waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type((first?.caseNumber ?? '').toLowerCase());
    await palette.getByRole('menuitem', { name: /^Open case/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/desk/c/${first?.id ?? ''}*`);
    await page.getByRole('log').getByRole('article').first().waitFor();

    // What can be done to the open conversation is there too, and leads where its key would.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('write a note');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('bitcoin');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk/search?q=bitcoin');
    await page.context().close();
  }, LIMIT_MS);

  it('says whether it is there, and is asked before conversations go back', async () => {
    const { page, id } = await signIn('dan');
    const presenceOf = async (): Promise<string | undefined> => (await desk.storage.presence.list()).find(({ agentId }) => agentId === id)?.status;
    const choose = async (now: string, status: string): Promise<void> => {
      await page.getByRole('button', { name: `You are: ${now}` }).click();
      await page.getByRole('menuitemradio', { name: status }).click();
    };
    await choose('Available', 'Away');
    await page.getByRole('button', { name: 'You are: Away' }).waitFor();
    expect(await presenceOf()).toBe('away');
    await page.keyboard.press('g');
    await view(page, 'Mine').getByText('1', { exact: true }).waitFor();
    await choose('Away', 'Offline');
    await page.getByText('1 conversation goes back to the queue').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await presenceOf()).toBe('away');
    await choose('Away', 'Offline');
    await page.getByRole('button', { name: 'Go offline' }).click();
    await page.getByRole('button', { name: 'You are: Offline' }).waitFor();
    await view(page, 'Mine').getByText('0', { exact: true }).waitFor();
    await page.context().close();
  }, LIMIT_MS);

  it('sees what waits for it in a view of its own, and is told of it as it was set', async () => {
    const { page, id } = await signIn('eve', { context: { permissions: ['notifications'] } });
    await page.evaluate(() => {
      const told: string[] = [];
      class Told {
        static permission = 'granted';
        onclick = null;
        constructor(title: string) { told.push(title); }
        static async requestPermission(): Promise<string> { return await Promise.resolve('granted'); }
        close(): void { this.onclick = null; }
      }
      Object.assign(window, { told, Notification: Told });
    });
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Notifications' }).click();
    const dialog = page.getByRole('dialog', { name: 'Notifications' });
    await dialog.getByText('Desktop notifications').click();
    await dialog.getByText('Sounds').click();
    await dialog.getByText('Critical conversations in my queues').click();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.waitForFunction(() => {
      const stored = JSON.parse(localStorage.getItem('vigil.desk.preferences') ?? '{}') as { notifications?: boolean; sounds?: boolean; muted?: string[] };
      return stored.notifications === true && stored.sounds === false && stored.muted?.join() === 'critical';
    });
    await dialog.getByRole('button', { name: 'Close' }).click();

    const colleague = await connectDesk(desk.url, await desk.createAgent('fay@exchange.example'));
    const called = await newCase();
    await colleague.command(called, { type: 'note', clientMessageId: randomUUID(), text: 'Can you look, please?', mentions: [id] });
    await view(page, 'For me').getByText('1', { exact: true }).waitFor();
    await page.waitForFunction(() => (window as unknown as { told: string[] }).told.length > 0);
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual(['You are mentioned']);
    await page.keyboard.press('4');
    await page.locator('.row').waitFor();
    expect(await page.locator('.row').count()).toBe(1);
    await takeScreenshot(page, 'desk-calls');
    colleague.close();

    // What is off stays off after a reload.
    await page.reload();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Notifications' }).click();
    expect(await page.getByRole('switch', { name: 'Sounds' }).isChecked()).toBe(false);
    expect(await page.getByRole('switch', { name: 'Critical conversations in my queues' }).isChecked()).toBe(false);
    expect(await page.getByRole('switch', { name: 'Notes that mention me' }).isChecked()).toBe(true);
    await page.context().close();
  }, LIMIT_MS);

  it('works on a tablet in the dark and in Chinese, with nothing serious for axe', async () => {
    const { page } = await signIn('mei', { role: 'supervisor', context: { viewport: { width: 768, height: 1024 }, locale: 'zh-CN', colorScheme: 'dark', hasTouch: true } });
    await page.locator('.row').first().tap();
    await page.getByRole('log').getByRole('article').first().waitFor();
    await page.getByRole('checkbox').first().tap();
    await page.getByText('已选 1 个').first().waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'desk-tablet-dark-zh');
    await page.context().close();
  }, LIMIT_MS);
});

function failed(): never {
  throw new Error('it was there a moment ago');
}
