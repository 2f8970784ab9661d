import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { Team } from '../../src/domain/teams.ts';
import { SAMPLE_FILES } from '../fixtures/sample-files.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const DESKTOP = { width: 1280, height: 800 };
const TABLET = { width: 768, height: 1024 };
const TXID = '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b';

describeInBrowser('agents and a supervisor in one conversation', () => {
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

  interface SignIn { role?: Role; teams?: readonly Team[]; viewport?: { width: number; height: number }; locale?: string; colorScheme?: 'light' | 'dark' }
  const signIn = async (email: string, { role = 'agent', teams = ['security'], viewport = DESKTOP, locale = 'en', colorScheme = 'light' }: SignIn = {}): Promise<Page> => {
    await desk.createAgent(email, { role, teams });
    const context = await browser.newContext({ viewport, locale, colorScheme, timezoneId: 'Europe/Berlin', permissions: ['clipboard-read', 'clipboard-write'] });
    await signInTo(context, desk.url, { email, password: PASSWORD });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${desk.url}/desk`);
    await page.getByRole('navigation', { name: /Views|视图/ }).waitFor();
    return page;
  };
  /** A contact whom security has to help. */
  const needHelp = async (text = 'somebody hacked my account and is withdrawing my bitcoin'): Promise<ContactClient> => {
    const contact = await connectContact(desk.url);
    await contact.send(text);
    await contact.waitForEvent('handoff.requested');
    return contact;
  };
  const idOf = (contact: ContactClient): string => contact.conversationId ?? '';
  const openPage = async (page: Page, contact: ContactClient): Promise<void> => {
    await page.goto(`${desk.url}/desk/c/${idOf(contact)}`);
    await page.getByRole('log').getByRole('article').first().waitFor();
  };
  const log = (page: Page) => page.getByRole('log');
  const close = async (...pages: readonly Page[]): Promise<void> => { for (const page of pages) await page.context().close(); };

  it('transfers by keyboard with a note, which the colleague reads', async () => {
    const contact = await needHelp();
    const [ana, ben] = [await signIn('ana@exchange.example'), await signIn('ben@exchange.example')];
    await openPage(ana, contact);
    await ana.keyboard.press('c');
    await ana.getByText('It is yours now.').waitFor();
    await ana.keyboard.press('t');
    const dialog = ana.getByRole('dialog', { name: 'Transfer the conversation' });
    await dialog.getByRole('option', { name: /^ben/ }).getByText('Available').waitFor();
    await dialog.getByRole('option', { name: /^Payments/ }).getByText('Nobody waits').waitFor();
    await takeScreenshot(ana, 'desk-transfer');
    expect(await findAccessibilityProblems(ana)).toEqual([]);
    await ana.keyboard.type('ben');
    await dialog.getByRole('option', { name: /^Payments/ }).waitFor({ state: 'detached' });
    await ana.keyboard.press('Enter');
    await ana.keyboard.type('Knows the bank, please go on.');
    await ana.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await ana.getByText('Given to ben.').waitFor();

    await openPage(ben, contact);
    await ben.getByText('Yours').first().waitFor();
    await log(ben).getByText('Knows the bank, please go on.').waitFor();
    contact.close();
    await close(ana, ben);
  }, LIMIT_MS);

  it('gives a conversation to a team of others, and says where it went', async () => {
    const contact = await needHelp();
    const ana = await signIn('abe@exchange.example');
    await openPage(ana, contact);
    await ana.getByRole('button', { name: 'Transfer', exact: true }).click();
    await ana.getByRole('option', { name: /^Payments/ }).click();
    await ana.getByRole('button', { name: 'Transfer to Payments' }).click();
    await ana.getByText('You gave this conversation away').waitFor();
    const { owner } = await desk.storage.conversations.get(idOf(contact)) ?? {};
    expect(owner).toEqual({ kind: 'queue', team: 'payments' });
    contact.close();
    await close(ana);
  }, LIMIT_MS);

  it('asks the technical team by keyboard without the contact seeing it, and reads the answer beside the conversation', async () => {
    const contact = await needHelp();
    const [ana, dee] = [await signIn('amy@exchange.example'), await signIn('dee@exchange.example', { teams: ['technical'] })];
    await openPage(ana, contact);
    await ana.keyboard.press('c');
    await ana.getByText('It is yours now.').waitFor();
    await ana.keyboard.press('i');
    const dialog = ana.getByRole('dialog', { name: 'Ask colleagues' });
    await dialog.getByRole('radio', { name: /^Technical/ }).waitFor();
    await ana.keyboard.type('Does the freeze stop withdrawals that are pending?');
    await takeScreenshot(ana, 'desk-thread-dialog');
    expect(await findAccessibilityProblems(ana)).toEqual([]);
    await ana.keyboard.press('Control+Enter');
    await ana.getByText('Waits for Technical').waitFor();

    await openPage(dee, contact);
    await dee.getByText('Waits for you', { exact: true }).waitFor();
    const panel = dee.getByRole('tabpanel', { name: /^Side threads/ });
    await panel.getByText('Internal. The contact does not see this.').waitFor();
    await panel.getByRole('textbox', { name: 'Answer your colleagues…' }).focus();
    await dee.keyboard.type('Yes, all but those that are on the chain.');
    await takeScreenshot(dee, 'desk-thread-panel');
    expect(await findAccessibilityProblems(dee)).toEqual([]);
    await dee.keyboard.press('Control+Enter');

    await ana.getByRole('tab', { name: /1 waits for you/ }).waitFor();
    await ana.getByRole('tabpanel').getByText('Yes, all but those that are on the chain.').waitFor();
    await log(ana).getByRole('button', { name: 'dee answered in the side thread' }).waitFor();
    await takeScreenshot(ana, 'desk-thread-answered');
    await ana.getByRole('button', { name: 'Close the thread' }).focus();
    await ana.keyboard.press('Enter');
    await ana.getByText('Closed by amy').waitFor();
    expect(contact.events.map(({ type }) => type).filter((type) => type.startsWith('thread.'))).toEqual([]);
    contact.close();
    await close(ana, dee);
  }, LIMIT_MS);

  it('puts a conversation aside by keyboard, and has it back when the contact writes', async () => {
    const contact = await needHelp();
    const ana = await signIn('ada@exchange.example');
    await openPage(ana, contact);
    await ana.keyboard.press('c');
    await ana.getByText('It is yours now.').waitFor();
    await ana.keyboard.press('z');
    await ana.getByRole('menuitem', { name: /^Tomorrow morning/ }).waitFor();
    await takeScreenshot(ana, 'desk-snooze');
    expect(await findAccessibilityProblems(ana)).toEqual([]);
    await ana.keyboard.type('To');
    await ana.keyboard.press('Enter');
    await log(ana).getByText(/^ada put it aside until .+9:00/).waitFor();
    await ana.getByRole('button', { name: 'Wake' }).waitFor();
    await contact.send('I found something else');
    await log(ana).getByText('The contact wrote; back in the list').waitFor();
    await ana.getByRole('button', { name: 'Snooze' }).waitFor();

    await ana.keyboard.press('z');
    await ana.keyboard.press('End');
    await ana.keyboard.press('Enter');
    const field = ana.getByLabel('Day and time');
    await field.fill('2020-01-01T09:00');
    await ana.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click();
    await ana.getByText('This is in the past. Please choose a later time.').waitFor();
    await field.fill('2099-01-01T09:00');
    await ana.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click();
    await ana.getByText('This is too far away.').waitFor();
    const later = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000);
    await field.fill(`${later.toISOString().slice(0, 10)}T09:00`);
    await ana.getByText(/^Comes back /).waitFor();
    await takeScreenshot(ana, 'desk-snooze-dialog');
    expect(await findAccessibilityProblems(ana)).toEqual([]);
    await ana.keyboard.press('Enter');
    await ana.getByText(/^Put aside until /).last().waitFor();
    await ana.keyboard.press('z');
    await log(ana).getByText('Taken back into the list').waitFor();
    contact.close();
    await close(ana);
  }, LIMIT_MS);

  it('resolves, and takes it up again', async () => {
    const contact = await needHelp();
    const ana = await signIn('ava@exchange.example');
    await openPage(ana, contact);
    await ana.keyboard.press('c');
    await ana.getByText('It is yours now.').waitFor();
    await ana.keyboard.press('e');
    await ana.getByRole('button', { name: 'Reopen' }).waitFor();
    await ana.keyboard.press('e');
    await log(ana).getByText('Reopened by an agent').waitFor();
    await ana.getByText('Yours').first().waitFor();
    contact.close();
    await close(ana);
  }, LIMIT_MS);

  it('warns two who look at the same, and more when one of them writes', async () => {
    const contact = await needHelp();
    const [ana, sue] = [await signIn('aya@exchange.example'), await signIn('sue@exchange.example', { role: 'supervisor' })];
    await openPage(ana, contact);
    expect(await ana.getByText('is looking at this too').count()).toBe(0);
    await openPage(sue, contact);
    await ana.getByText('sue is looking at this too.').waitFor();
    await sue.getByText('aya is looking at this too.').waitFor();
    await takeScreenshot(ana, 'desk-onlooker');
    await sue.keyboard.press('n');
    await sue.keyboard.type('I am on it');
    await ana.getByText('sue is writing here too. Agree first who answers.').waitFor();
    await takeScreenshot(ana, 'desk-onlooker-writes');
    expect(await findAccessibilityProblems(ana)).toEqual([]);
    await sue.goto(`${desk.url}/desk`);
    await ana.locator('.onlookers p').waitFor({ state: 'detached' });
    contact.close();
    await close(ana, sue);
  }, LIMIT_MS);

  it('shows both sides what was read', async () => {
    const contact = await needHelp();
    const [ana, sue] = [await signIn('ari@exchange.example'), await signIn('sam@exchange.example', { role: 'supervisor' })];
    await openPage(ana, contact);
    await ana.keyboard.press('c');
    await ana.getByText('It is yours now.').waitFor();
    await openPage(sue, contact);
    await log(sue).getByText('Read by ari').waitFor();
    await contact.waitForFrame('read', ({ seq }) => seq > 0);
    await ana.keyboard.press('r');
    await ana.keyboard.type('We have frozen your account.');
    await ana.keyboard.press('Control+Enter');
    const reply = await contact.waitForEvent('message.sent', ({ data }) => data.text === 'We have frozen your account.');
    await log(ana).getByText('We have frozen your account.').waitFor();
    expect(await log(ana).getByText(/^Read /).count()).toBe(0);
    contact.sendFrame({ type: 'read', conversationId: idOf(contact), seq: reply.seq });
    await log(ana).getByText(/^Read \d/).waitFor();
    await takeScreenshot(ana, 'desk-read');
    contact.close();
    await close(ana, sue);
  }, LIMIT_MS);

  it('stops calling whom a note mentions once they have seen it, and lets them read on', async () => {
    const contact = await needHelp();
    const eve = await signIn('eve@exchange.example', { teams: ['trading'] });
    const sue = await connectDesk(desk.url, await desk.createAgent('sia@exchange.example', { role: 'supervisor' }));
    const eveId = (await desk.storage.agents.findByEmail('eve@exchange.example'))?.agent.id ?? '';
    await sue.command(idOf(contact), { type: 'note', clientMessageId: 'calls-eve-1', text: '@eve you know this one', mentions: [eveId] });
    await openPage(eve, contact);
    await eve.locator('.mention').getByText('@eve').waitFor();
    await eve.keyboard.press('c');
    await eve.getByText('It is yours now.').waitFor();
    await sue.command(idOf(contact), { type: 'note', clientMessageId: 'whisper-001', text: 'Mind the tone here.', whisper: true });
    await log(eve).getByText('Whisper to eve').waitFor();
    await takeScreenshot(eve, 'desk-mention');
    expect(await findAccessibilityProblems(eve)).toEqual([]);
    sue.sendFrame({ type: 'follow', conversationId: idOf(contact), after: 0 });
    await sue.waitForFrame((frame) => frame.type === 'events' && frame.events.some(({ type }) => type === 'mention.seen'));
    await sue.command(idOf(contact), { type: 'note', clientMessageId: 'calls-eve-2', text: 'Thank you, Eve.' });
    await log(eve).getByText('Thank you, Eve.').waitFor();
    sue.close();
    contact.close();
    await close(eve);
  }, LIMIT_MS);

  it('shows pictures small and large, other files by name, and articles as cards', async () => {
    const contact = await needHelp();
    const ana = await signIn('art@exchange.example');
    const upload = async (path: string, headers: Record<string, string>, name: string, type: string, body: Uint8Array): Promise<string> => {
      const answer = await fetch(`${desk.url}${path}`, { method: 'POST', headers: { ...headers, 'Content-Type': type, 'X-File-Name': encodeURIComponent(name) }, body: Buffer.from(body) });
      return (await answer.json() as { id: string }).id;
    };
    const token = { Authorization: `Bearer ${contact.token}` };
    const files = [
      await upload('/api/contact/files', token, 'where it went.png', 'image/png', await ana.screenshot()),
      await upload('/api/contact/files', token, 'statement of my bank, the whole of it, November.pdf', 'application/pdf', SAMPLE_FILES.pdf),
    ];
    contact.sendFrame({ type: 'message.send', id: 'with-two-files', conversationId: idOf(contact), text: 'where it went.png\nstatement of my bank, the whole of it, November.pdf', attachments: files });
    await contact.waitForEvent('message.received', ({ data }) => Array.isArray(data['attachments']));
    await openPage(ana, contact);
    const picture = log(ana).getByRole('button', { name: 'Show where it went.png large' });
    await picture.waitFor();
    await log(ana).getByRole('link', { name: /^Download statement of my bank, the whole of it, November.pdf/ }).waitFor();
    // The names say nothing that the files do not.
    expect(await log(ana).locator('.message[data-from="contact"] .markdown').count()).toBe(1);
    await ana.keyboard.press('c');
    await ana.getByText('It is yours now.').waitFor();
    const agent = await connectDesk(desk.url, { email: 'art@exchange.example', password: PASSWORD });
    const citations = [{ articleId: 'deposit-not-arrived', locale: 'en' as const, revision: 'r', title: 'A deposit has not arrived' }];
    await agent.command(idOf(contact), { type: 'reply', clientMessageId: 'reply-with-card', text: 'This says what to look for.', citations });
    await log(ana).getByRole('list', { name: 'Articles sent along' }).getByRole('link').waitFor();
    await takeScreenshot(ana, 'desk-attachments');
    expect(await findAccessibilityProblems(ana)).toEqual([]);
    await picture.focus();
    await ana.keyboard.press('Enter');
    await ana.getByRole('dialog', { name: 'where it went.png' }).getByRole('img', { name: 'where it went.png' }).waitFor();
    await takeScreenshot(ana, 'desk-lightbox');
    expect(await findAccessibilityProblems(ana)).toEqual([]);
    await ana.keyboard.press('Escape');
    await ana.getByRole('dialog').waitFor({ state: 'detached' });
    agent.close();
    contact.close();
    await close(ana);
  }, LIMIT_MS);

  it('knows what time it is for the contact, what was promised, and what they wrote before', async () => {
    const contact = await connectContact(desk.url);
    const begin = (text: string): void => { contact.sendFrame({ type: 'message.send', id: `begins-${text.length}-once`, conversationId: null, text, timeZone: 'Asia/Tokyo', region: 'JP' }); };
    begin('how do I turn on two factor authentication');
    await contact.waitForEvent('message.sent');
    const first = idOf(contact);
    begin(`somebody hacked my account and withdrew my bitcoin, transaction ${TXID}`);
    await contact.waitForEvent('handoff.requested');
    const second = contact.events.find(({ type }) => type === 'handoff.requested')?.conversationId ?? '';
    const sue = await signIn('sol@exchange.example', { role: 'supervisor' });
    await sue.goto(`${desk.url}/desk/c/${second}`);
    const pane = sue.getByRole('region', { name: 'Details' });
    await pane.getByText(/8 h ahead of you|7 h ahead of you/).waitFor();
    await pane.getByText('First response').waitFor();
    await pane.getByText(/left$/).first().waitFor();
    expect(await pane.getByRole('link', { name: /^Look up .* on the explorer/ }).getAttribute('href')).toBe(`https://mempool.space/tx/${TXID}`);
    expect(await pane.getByRole('link', { name: /^Find conversations with/ }).getAttribute('href')).toBe(`/desk/search?q=${TXID}`);
    await takeScreenshot(sue, 'desk-facts');
    expect(await findAccessibilityProblems(sue)).toEqual([]);
    await pane.getByRole('link', { name: /^Security settings|^Account/ }).focus();
    await sue.keyboard.press('Enter');
    await log(sue).getByText('how do I turn on two factor authentication').waitFor();
    expect(new URL(sue.url()).pathname).toBe(`/desk/c/${first}`);
    contact.close();
    await close(sue);
  }, LIMIT_MS);

  it('reads from right to left what an Arabic contact writes, on an English desk and on a Chinese one, on a tablet', async () => {
    const contact = await needHelp('تم اختراق حسابي ويتم سحب البيتكوين الخاص بي الآن');
    const [sue, zoe] = [
      await signIn('sib@exchange.example', { role: 'supervisor', viewport: TABLET, colorScheme: 'dark' }),
      await signIn('zoe@exchange.example', { role: 'supervisor', locale: 'zh-CN' }),
    ];
    await openPage(sue, contact);
    const words = log(sue).getByText('تم اختراق حسابي').first();
    expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await takeScreenshot(sue, 'desk-arabic-tablet-dark');
    expect(await findAccessibilityProblems(sue)).toEqual([]);
    await openPage(zoe, contact);
    await zoe.keyboard.press('t');
    await zoe.getByRole('dialog', { name: '转交会话' }).waitFor();
    await takeScreenshot(zoe, 'desk-transfer-zh');
    expect(await findAccessibilityProblems(zoe)).toEqual([]);
    contact.close();
    await close(sue, zoe);
  }, LIMIT_MS);
});
