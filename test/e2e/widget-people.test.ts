import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { createLocalDoorbell } from '../../src/adapters/system/doorbell.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;

/** What a contact sees of people: nobody there, a named colleague, a transfer, the end and what comes after it. */
describeInBrowser('a contact among people', () => {
  const doorbell = createLocalDoorbell();
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk({ doorbell });
    browser = await launchBrowser();
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  interface Contact {
    readonly page: Page;
    readonly context: BrowserContext;
    readonly log: Locator;
    readonly strip: Locator;
    write(text: string): Promise<void>;
  }
  const openContact = async (options: Parameters<Browser['newContext']>[0] = {}, prepare?: (page: Page) => Promise<unknown>): Promise<Contact> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 780 }, locale: 'en', acceptDownloads: true, ...options });
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(`${desk.url}/`);
    await page.locator('button.launcher').click();
    const composer = page.locator('.composer textarea');
    return {
      page, context, log: page.getByRole('log'), strip: page.getByRole('status').filter({ hasText: 'in line' }),
      async write(text) {
        await composer.fill(text);
        await composer.press('Enter');
      },
    };
  };
  /** The page says which language it is in. */
  const speak = (page: Page, locale: string): Promise<unknown> => page.route(`${desk.url}/`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/<html lang="[^"]*"/, `<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`) });
  });
  const askPerson = async ({ page }: Contact): Promise<void> => { await page.locator('.strip-button').first().click(); };
  /** The contact's newest conversation, as their own list has it. */
  const latestOf = async ({ page }: Contact): Promise<{ id: string; caseNumber: string }> => {
    const token = await page.evaluate<string | undefined>(() => Object.entries<string>({ ...localStorage }).find(([key]) => key.endsWith(':token'))?.[1]);
    const response = await fetch(`${desk.url}/api/contact/conversations`, { headers: { authorization: `Bearer ${token}` } });
    const { conversations: [newest] } = await response.json() as { conversations: { id: string; caseNumber: string }[] };
    if (!newest) throw new Error('the contact has no conversation');
    return newest;
  };
  const enter = async (name: string): Promise<DeskClient> => connectDesk(desk.url, await desk.createAgent(`${name}-${randomUUID().slice(0, 4)}@exchange.example`));
  const seqOf = async (conversationId: string): Promise<number> => (await desk.storage.conversations.get(conversationId))?.seq ?? 0;
  const reply = (agent: DeskClient, id: string, text: string, more: object = {}) => agent.command(id, { type: 'reply', clientMessageId: randomUUID(), text, ...more });
  /** As the timers do it a day later. */
  const askWhetherSolved = async (id: string): Promise<void> => {
    const conversation = await desk.storage.conversations.get(id);
    await desk.storage.conversations.append(id, conversation?.seq ?? 0, [{
      type: 'message.sent',
      data: { author: { kind: 'assistant' }, kind: 'follow-up', text: 'Some time ago a colleague closed this conversation. Did that solve it?', locale: 'en', citations: [], choices: [] },
    }]);
    doorbell.ring({ conversationId: id, contactId: conversation?.contactId ?? '' });
  };

  it.each([['ar', 390, 'dark'], ['th', 320, 'light'], ['zh-CN', 320, 'dark'], ['de', 1280, 'light']] as const)('is said in %s at %i px, %s', async (locale, width, colorScheme) => {
    const contact = await openContact({ locale, colorScheme, viewport: { width, height: width < 400 ? 640 : 800 } }, (page) => speak(page, locale));
    const { page, context } = contact;
    await askPerson(contact);
    await page.locator('.reach').waitFor();
    await takeScreenshot(page, `widget-nobody-${locale}`);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.locator('.menu-box > button').click();
    await takeScreenshot(page, `widget-menu-${locale}`);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.locator('.menu-item').first().click();
    await page.locator('.case').first().waitFor();
    await takeScreenshot(page, `widget-earlier-${locale}`);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await context.close();
  }, LIMIT_MS);

  it('is told when nobody is there, leaves an address, and sees when somebody has come', async () => {
    const contact = await openContact();
    const { page, strip, context } = contact;
    await askPerson(contact);
    const reach = page.getByRole('region', { name: 'Nobody of the team is here right now' });
    await reach.waitFor();
    await reach.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
    await takeScreenshot(page, 'widget-nobody-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);

    const field = reach.getByLabel('Where else can we reach you?');
    await field.fill('ana@mail');
    await field.press('Enter');
    await reach.getByText('Please write an e-mail address').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await field.fill('ana@mail.example');
    await reach.getByRole('button', { name: 'Save' }).click();
    await reach.getByText('We can also reach you at ana@mail.example').waitFor();
    await takeScreenshot(page, 'widget-nobody-address-phone');
    await page.reload();
    await reach.getByText('ana@mail.example').waitFor();
    await reach.getByRole('button', { name: 'Change' }).click();
    await field.fill('ana@work.example');
    await field.press('Enter');
    await reach.getByText('ana@work.example').waitFor();

    const agent = await enter('ana');
    await strip.waitFor();
    const id = (await latestOf(contact)).id;
    expect(await desk.storage.conversations.get(id)).toMatchObject({ email: 'ana@work.example', timeZone: expect.any(String) as unknown });
    await agent.command(id, { type: 'claim' });
    agent.close();
    await context.close();
  }, LIMIT_MS);

  it('knows with whom it talks, sees what was read, and is taken over by another team', async () => {
    const agent = await enter('bo');
    const contact = await openContact();
    const { page, log, write, context } = contact;
    await askPerson(contact);
    await contact.strip.waitFor();
    const id = (await latestOf(contact)).id;
    await agent.command(id, { type: 'claim' });
    await page.getByRole('heading', { name: /^bo-/ }).waitFor();
    agent.sendFrame({ type: 'follow', conversationId: id, after: 0 });

    await write('my withdrawal is stuck');
    await log.getByText('Sent').waitFor();
    agent.sendFrame({ type: 'read', conversationId: id, seq: await seqOf(id) });
    await log.getByText('Read', { exact: true }).waitFor();
    const { events } = await agent.get<{ events: { seq: number }[] }>(`/api/desk/conversations/${id}`);
    await reply(agent, id, 'Let me look.');
    await agent.waitForFrame((frame) => frame.type === 'read' && frame.conversationId === id && frame.contact > (events.at(-1)?.seq ?? 0));
    await page.reload();
    await log.getByText('Let me look.').waitFor();
    await log.getByText('Read', { exact: true }).waitFor();
    await takeScreenshot(page, 'widget-agent-phone');

    await agent.command(id, { type: 'transfer', team: 'technical' });
    await log.getByText('A colleague of another team takes over').waitFor();
    await contact.strip.waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await agent.command(id, { type: 'claim' });
    await agent.command(id, { type: 'resolve' });
    agent.close();
    await context.close();
  }, LIMIT_MS);

  it('answers whether it is solved, rates or does not, and comes back to people where it is not', async () => {
    const agent = await enter('cy');
    const contact = await openContact();
    const { page, log, context } = contact;
    await askPerson(contact);
    await contact.strip.waitFor();
    const id = (await latestOf(contact)).id;
    await agent.command(id, { type: 'claim' });
    await agent.command(id, { type: 'resolve' });
    await log.getByText(/closed the conversation$/).waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByText('How did we do?').waitFor({ state: 'detached' });

    // The contact is told of it also on a page where the window is closed.
    await page.getByRole('button', { name: 'Close chat' }).first().click();
    await page.reload();
    await askWhetherSolved(id);
    await page.getByRole('button', { name: /1 new message/ }).click();
    await takeScreenshot(page, 'widget-follow-up-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(await page.getByText('How did we do?').count()).toBe(0);
    await page.getByRole('button', { name: 'No, I still need help' }).click();
    await log.getByText('Conversation reopened').waitFor();
    // The colleague who knows the case has it again.
    await page.getByRole('heading', { name: /^cy-/ }).waitFor();

    await agent.command(id, { type: 'resolve' });
    await page.getByText('How did we do?').waitFor();
    await askWhetherSolved(id);
    await page.getByRole('button', { name: 'Yes, solved' }).click();
    await log.getByText('Good to hear that it is solved.').waitFor();
    await page.getByRole('radio', { name: '4 of 5' }).check({ force: true });
    await takeScreenshot(page, 'widget-solved-phone');
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByText('Thank you for your rating.').waitFor();
    expect(await desk.storage.conversations.get(id)).toMatchObject({ solved: true, rating: 4 });
    agent.close();
    await context.close();
  }, LIMIT_MS);

  it('sends files and gets files, and is told why one cannot be sent', async () => {
    const agent = await enter('di');
    const contact = await openContact();
    const { page, log, write, context } = contact;
    await askPerson(contact);
    await contact.strip.waitFor();
    const id = (await latestOf(contact)).id;
    await agent.command(id, { type: 'claim' });
    await page.getByRole('heading', { name: /^di-/ }).waitFor();

    const picker = page.locator('input[type=file]');
    const tray = page.getByRole('list', { name: 'Files for your message' });
    await picker.setInputFiles([{ name: 'screen.png', mimeType: 'image/png', buffer: await page.screenshot() }, { name: 'macro.docx', mimeType: 'application/msword', buffer: Buffer.from('PK\u0003\u0004 not a document') }]);
    await tray.getByText('Only images, PDF and plain text can be sent').waitFor();
    await takeScreenshot(page, 'widget-tray-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
    await tray.getByRole('button', { name: 'Remove macro.docx' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await log.getByRole('button', { name: 'Open screen.png' }).waitFor();
    expect(await log.getByText('screen.png', { exact: true }).count()).toBe(0);

    await page.locator('.composer textarea').evaluate((field) => {
      const data = new DataTransfer();
      data.items.add(new File(['a note\n'], 'note.txt', { type: 'text/plain' }));
      field.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await tray.getByText('note.txt').waitFor();
    await write('here is the log');
    const row = log.getByRole('button', { name: 'note.txt' });
    await row.waitFor();
    const [saved] = await Promise.all([page.waitForEvent('download'), row.click()]);
    expect(saved.suggestedFilename()).toBe('note.txt');

    const uploaded = await fetch(`${desk.url}/api/desk/files`, { method: 'POST', headers: { cookie: agent.cookie, 'content-type': 'text/plain', 'x-file-name': 'steps.txt' }, body: 'first, second' });
    const { id: fileId } = await uploaded.json() as { id: string };
    expect(await reply(agent, id, 'Please follow these.', { attachments: [fileId] })).toMatchObject({ type: 'ack' });
    await log.getByText('Please follow these.').waitFor();
    await log.getByRole('button', { name: 'steps.txt' }).waitFor();
    await takeScreenshot(page, 'widget-files-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await agent.command(id, { type: 'resolve' });
    agent.close();
    await context.close();
  }, LIMIT_MS);

  it('finds earlier conversations by their number, reads them, and keeps one as a file', async () => {
    const contact = await openContact({ timezoneId: 'Asia/Tokyo' });
    const { page, log, write, context } = contact;
    await write('how do I turn on two factor authentication');
    await page.getByText('Did this help?').first().waitFor();
    const first = await latestOf(contact);
    const agent = await enter('eli');
    await askPerson(contact);
    await contact.strip.waitFor();
    await agent.command(first.id, { type: 'claim' });
    expect(await agent.command(first.id, { type: 'resolve' })).toMatchObject({ type: 'ack' });
    await page.getByRole('button', { name: 'Start a new conversation' }).click();
    await write('what are the withdrawal limits');
    await log.getByText('what are the withdrawal limits').waitFor();
    await page.getByText('Did this help?').first().waitFor();
    const second = await latestOf(contact);
    expect(second.id).not.toBe(first.id);

    await page.getByRole('button', { name: 'More' }).click();
    await takeScreenshot(page, 'widget-menu-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as plain text' }).click()]);
    expect(saved.suggestedFilename()).toBe(`${second.caseNumber}.txt`);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text).toContain('what are the withdrawal limits');
    expect(text).toContain('GMT+9');

    await page.getByRole('button', { name: 'Earlier conversations' }).click();
    await page.getByRole('button', { name: first.caseNumber }).waitFor();
    await takeScreenshot(page, 'widget-earlier-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Find by case number' }).fill(first.caseNumber.toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: second.caseNumber }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: first.caseNumber }).click();
    await log.getByText('how do I turn on two factor authentication').waitFor();
    await takeScreenshot(page, 'widget-earlier-one-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    const [html] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the conversation' }).click()]);
    const opened = await context.newPage();
    await opened.goto(`file://${await html.path()}`).catch(() => opened.setContent(''));
    expect(await readFile(await html.path(), 'utf8')).toContain(first.caseNumber);
    await opened.setContent(await readFile(await html.path(), 'utf8'));
    await opened.getByText('how do I turn on two factor authentication').waitFor();
    await takeScreenshot(opened, 'transcript-phone');
    expect(await findAccessibilityProblems(opened)).toEqual([]);
    await opened.close();

    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Earlier conversations' }).waitFor();
    await page.keyboard.press('Escape');
    await log.getByText('what are the withdrawal limits').waitFor();
    expect(await page.locator('.composer textarea').evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
    agent.close();
    await context.close();
  }, LIMIT_MS);

  it('has all of it where sockets are blocked', async () => {
    const agent = await enter('fay');
    const contact = await openContact({}, (page) => page.routeWebSocket(/\/ws\/contact$/, (route) => { void route.close(); }));
    const { page, log, write, context } = contact;
    await askPerson(contact);
    await contact.strip.waitFor({ timeout: 60_000 });
    const id = (await latestOf(contact)).id;
    await agent.command(id, { type: 'claim' });
    await page.getByRole('heading', { name: /^fay-/ }).waitFor();
    agent.sendFrame({ type: 'follow', conversationId: id, after: 0 });
    await write('over the telephone');
    await log.getByText('over the telephone').waitFor();
    await log.getByText('Sent').waitFor();
    await reply(agent, id, 'I am here.');
    await log.getByText('I am here.').waitFor();
    const seq = await seqOf(id);
    await agent.waitForFrame((frame) => frame.type === 'read' && frame.conversationId === id && frame.contact >= seq);
    await agent.command(id, { type: 'resolve' });
    await log.getByText(/closed the conversation$/).waitFor();
    await askWhetherSolved(id);
    await page.getByRole('button', { name: 'Yes, solved' }).click();
    await log.getByText('Good to hear that it is solved.').waitFor();
    agent.close();
    await context.close();
  }, LIMIT_MS);
});
