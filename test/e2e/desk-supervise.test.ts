import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const DESKTOP = { width: 1280, height: 800 };
const TABLET = { width: 768, height: 1024 };

describeInBrowser('who oversees the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let ana: DeskClient;
  let bossId: string;
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
    ana = await connectDesk(desk.url, await desk.createAgent('ana@x.example', { teams: ['security'] }));
    bossId = (await desk.createAgent('boss@x.example', { role: 'supervisor' })).id;
  }, LIMIT_MS);
  afterAll(async () => {
    ana.close();
    await browser.close();
    await desk.stop();
  });

  const open = async (section: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', ...options });
    await signInTo(context, desk.url, { email: 'boss@x.example', password: PASSWORD });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${desk.url}/desk/${section}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const openQueued = async (text = 'somebody hacked my account and is withdrawing my bitcoin'): Promise<string> => {
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send(text);
    await contact.waitForEvent('handoff.requested');
    contact.close();
    return conversationId;
  };
  const solve = async (): Promise<string> => {
    const id = await openQueued();
    await ana.command(id, { type: 'claim' });
    await ana.command(id, { type: 'reply', clientMessageId: randomUUID(), text: 'It is frozen now.' });
    await ana.command(id, { type: 'resolve' });
    return id;
  };
  const caseOf = async (id: string): Promise<string> => (await desk.storage.conversations.get(id))?.caseNumber ?? '';

  it('sees on the wallboard what contacts and agents do while they do it, and steps in by keyboard', async () => {
    const page = await open('wallboard');
    await page.getByText('No promised time is in danger within the hour.').waitFor();
    const id = await openQueued();
    const caseNumber = await caseOf(id);
    const cell = page.getByRole('button', { name: 'Security, Critical: 1 waiting. Show them' });
    await cell.waitFor();
    await page.getByRole('region', { name: 'Overdue or at risk' }).getByRole('link', { name: caseNumber }).waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'wallboard');

    await cell.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Waiting for Security · Critical' });
    await drawer.getByRole('link', { name: caseNumber }).waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await ana.command(id, { type: 'claim' });
    await drawer.getByText('Moved on').waitFor(); // it keeps its place
    await page.keyboard.press('Escape');
    await cell.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'ana has 1 of 6. Show them' }).press('Enter');
    const theirs = page.getByRole('dialog', { name: 'Conversations of ana' });
    await theirs.getByRole('button', { name: `Reassign ${caseNumber}` }).press('Enter');
    await page.getByRole('searchbox', { name: 'Find a colleague' }).fill('boss');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await theirs.getByText('Moved on').waitFor();
    expect((await desk.storage.conversations.get(id))?.owner).toMatchObject({ kind: 'agent', agentId: bossId });
    await ana.command(await openQueued(), { type: 'claim' });
    const whisper = theirs.getByRole('link', { name: 'Whisper' }).last();
    await theirs.getByText('With ana').last().waitFor();
    expect(await whisper.getAttribute('href')).toMatch(/^\/desk\/c\/[\w-]+\?mode=whisper$/);
    await whisper.press('Enter');
    await page.getByRole('log').waitFor();
    await page.context().close();
  }, LIMIT_MS);

  it('reads a report, as plot and as table, narrows it down, and downloads it', async () => {
    const solved = await solve();
    const { seq = 0 } = await desk.storage.conversations.get(solved) ?? {};
    await desk.storage.conversations.append(solved, seq, [{ type: 'conversation.rated', data: { score: 5, comment: 'Thank you, that was quick.' } }]);
    const page = await open('reports');
    await page.getByText('Thank you, that was quick.').waitFor();
    const volume = page.getByRole('region', { name: 'Conversations by how they ended' });
    await volume.locator('.recharts-bar-rectangle').first().waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'reports');

    await page.getByRole('radio', { name: 'Today' }).click();
    await volume.getByRole('button', { name: 'Table' }).press('Enter');
    await volume.getByRole('columnheader', { name: 'Resolved with people' }).waitFor();
    expect(await volume.getByRole('row').count()).toBeGreaterThanOrEqual(24); // a head and the hours of a day, 23 to 25
    expect(new URL(page.url()).search).toContain('period=today');
    await page.reload();
    await page.getByRole('radio', { name: 'Today', checked: true }).waitFor();

    await page.getByRole('tab', { name: 'Agent' }).click();
    await page.getByRole('button', { name: 'ana', exact: true }).click();
    await page.getByRole('button', { name: 'Clear filters' }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'All conversations as CSV' }).click()]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.split('\r\n')[0]).toContain('conversation_id,stretch,began');
    expect(csv).toContain(solved);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.context().close();
  }, LIMIT_MS);

  it('draws conversations, scores one by keyboard, and reads the result', async () => {
    const id = await solve();
    const page = await open('quality', { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Draw a sample' }).press('Enter');
    await page.getByRole('navigation', { name: 'Sample' }).getByRole('button', { name: await caseOf(id) }).press('Enter');
    await page.getByRole('log').getByText('It is frozen now.').waitFor();
    const save = page.getByRole('button', { name: 'Save the review' });
    expect(await save.isDisabled()).toBe(true);
    for (const criterion of ['Understood what the contact needed', 'Said what is correct and complete', 'Calm, clear and kind', 'Kept to the safety rules']) {
      await page.getByRole('radiogroup', { name: criterion }).getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      for (let score = 0; score < 4; score++) await page.keyboard.press('ArrowRight');
    }
    await page.getByRole('textbox', { name: 'Comment' }).fill('Calm and quick.');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'quality-dark');
    await save.press('Enter');
    await page.getByText('Reviewed, 4').waitFor();
    const { conversation } = await ana.get<{ conversation: { reviewed: boolean } }>(`/api/desk/conversations/${id}`);
    expect(conversation.reviewed).toBe(true);

    await page.getByRole('tab', { name: 'Results' }).click();
    await page.getByText('Calm and quick.').waitFor();
    await page.getByRole('region', { name: 'By agent and criterion' }).first().getByRole('row', { name: /ana/ }).waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.context().close();
  }, LIMIT_MS);

  it.each(['wallboard', 'reports', 'quality'])('has the %s in Chinese on a tablet, with nothing cut off', async (section) => {
    const page = await open(section, { locale: 'zh-CN', viewport: TABLET });
    await page.locator('.figures, .sample-form').first().waitFor();
    expect(await page.evaluate('document.querySelector(".section-page").scrollWidth <= document.querySelector(".section-page").clientWidth')).toBe(true);
    expect(await page.locator('main').innerText()).not.toMatch(/supervise\.|undefined|NaN/);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, `${section}-zh-tablet`);
    await page.context().close();
  }, LIMIT_MS);
});
