import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Macro } from '../../src/domain/macro.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const DESKTOP = { width: 1280, height: 800 };
const HASH = '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b';
/** One red point. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC', 'base64');

const MACROS: readonly Omit<Macro, 'id'>[] = [
  {
    title: 'Ask for the hash', teams: [],
    texts: {
      en: 'Your case is {{case.number}}. Please send us the hash of your {{coin}} deposit on {{network}}.',
      'zh-CN': '您的工单号是 {{case.number}}。请发送您 {{coin}} 充值的网络：{{network}}。',
    },
  },
  { title: 'Wallet team asked', teams: [], texts: { en: 'We have asked our wallet team about {{txid}}.' } },
];

describeInBrowser('an agent who writes', () => {
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
    for (const macro of MACROS) await desk.storage.macros.save({ ...macro, id: randomUUID() });
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const signIn = async (email: string, options: { locale?: string; colorScheme?: 'dark'; role?: 'agent' | 'supervisor' } = {}): Promise<Page> => {
    const { role = 'agent', ...shown } = options;
    await desk.createAgent(email, { role });
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', ...shown });
    await signInTo(context, desk.url, { email, password: PASSWORD });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  };
  const openCase = async (text: string): Promise<ContactClient> => {
    const contact = await connectContact(desk.url);
    await contact.send(text);
    await contact.send(text, { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    return contact;
  };
  const show = async (page: Page, contact: ContactClient, query = ''): Promise<void> => {
    await page.goto(`${desk.url}/desk/c/${contact.conversationId ?? ''}${query}`);
    await page.getByRole('log').getByRole('article').first().waitFor();
  };
  const claim = async (page: Page): Promise<void> => {
    await page.keyboard.press('c');
    await page.getByText('The contact sees this.').waitFor();
    await page.keyboard.press('r');
  };
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
  const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });
  const valueOf = (page: Page, test: string) => page.waitForFunction((words) => document.querySelector<HTMLTextAreaElement>('.composer-input')?.value.includes(words), test);

  it('uses a macro in the contact\'s language by key, and cannot send it half filled', async () => {
    const page = await signIn('ana@exchange.example');
    const contact = await openCase('我充值的 0.5 BTC 三天了还没有到账');
    await show(page, contact);
    await claim(page);
    await page.keyboard.type('/');
    await page.getByRole('combobox', { name: 'Find a macro' }).or(page.getByRole('combobox', { name: 'Macros' })).waitFor();
    await page.getByRole('option', { name: /Wallet team asked/ }).getByText('In English').waitFor();
    await takeScreenshot(page, 'desk-composer-macros');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.keyboard.type('ask hash');
    await page.keyboard.press('Enter');
    const { caseNumber = '' } = await desk.storage.conversations.get(contact.conversationId ?? '') ?? {};
    await valueOf(page, `您的工单号是 ${caseNumber}。请发送您 BTC 充值的网络：{{network}}。`);
    await page.getByRole('list', { name: 'Still to be filled in' }).getByText('{{network}} is not filled').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'Notices' }).getByText('{{network}} is not filled').waitFor();
    expect(contact.events.some(({ data }) => data.kind === 'reply')).toBe(false);
    // What is not filled is selected: it is typed over.
    await page.keyboard.type('Bitcoin');
    await page.keyboard.press('Control+Enter');
    const { data } = await contact.waitForEvent('message.sent', (event) => event.data.kind === 'reply');
    expect(data.text).toBe(`您的工单号是 ${caseNumber}。请发送您 BTC 充值的网络：Bitcoin。`);
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('offers what the contact named where there are several, and leaves a list without losing a sign', async () => {
    const page = await signIn('bea@exchange.example');
    const contact = await openCase(`my deposits have not arrived: ${HASH} and ${HASH.replace(/^4a/, '5b')}`);
    await show(page, contact);
    await claim(page);
    await page.keyboard.type('/');
    await page.getByRole('listbox', { name: 'Macros' }).waitFor();
    await page.keyboard.press('Escape');
    await valueOf(page, '/');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+/');
    await page.getByRole('listbox', { name: 'Macros' }).waitFor();
    await page.keyboard.type('wallet');
    await page.keyboard.press('Enter');
    await valueOf(page, '{{txid}}');
    await page.getByRole('list', { name: 'Still to be filled in' }).getByRole('button', { name: /^5b5e/ }).press('Enter');
    await valueOf(page, HASH.replace(/^4a/, '5b'));
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('sends an article as text and as a card, and a file, which the contact sees', async () => {
    const page = await signIn('cy@exchange.example');
    const contactPage = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })).newPage();
    contactPage.setDefaultTimeout(15_000);
    const watcher = await connectDesk(desk.url, await desk.createAgent('watcher@exchange.example', { role: 'supervisor' }));
    await contactPage.goto(`${desk.url}/`);
    await contactPage.locator('button[aria-label]').first().click();
    const asked = contactPage.getByRole('textbox').first();
    await asked.fill('somebody hacked my account');
    await asked.press('Enter');
    const isMine = ({ lastMessage, owner }: { lastMessage: { text: string } | null; owner: { kind: string } }): boolean => owner.kind === 'queue' && lastMessage !== null;
    const told = await watcher.waitForFrame((frame) => frame.type === 'conversations' && frame.conversations.some(isMine));
    const id = told.type === 'conversations' ? told.conversations.find(isMine)?.id : '';
    await page.goto(`${desk.url}/desk/c/${id ?? ''}`);
    await page.getByRole('log').getByRole('article').first().waitFor();
    await claim(page);

    const strip = page.getByRole('group', { name: 'Articles for this message' });
    await strip.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Insert text' }).waitFor();
    await takeScreenshot(page, 'desk-composer-article');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (document.querySelector<HTMLTextAreaElement>('.composer-input')?.value.length ?? 0) > 100);
    await reply(page).fill('Please read this, and look at the picture.');
    await strip.getByRole('button', { name: 'Find' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox', { name: 'Articles' }).waitFor();
    await page.keyboard.type('deposit not arrived');
    await page.getByRole('option', { name: /deposit has not arrived/i }).first().waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Attach as card' }).press('Enter');
    const enclosed = page.getByRole('list', { name: 'Goes along with this reply' });
    await enclosed.getByRole('listitem').first().waitFor();
    const title = await enclosed.locator('.enclosed-name').first().innerText();

    await page.locator('input[type=file]').setInputFiles([
      { name: 'how to.png', mimeType: 'image/png', buffer: PICTURE },
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
    ]);
    await enclosed.getByText('Only PNG, JPEG, WebP, GIF, HEIC, PDF and plain text.').waitFor();
    await enclosed.getByRole('button', { name: 'Remove how to.png' }).waitFor();
    await takeScreenshot(page, 'desk-composer-enclosed');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await enclosed.getByRole('button', { name: 'Remove drawing.svg' }).press('Enter');

    await page.reload();
    await enclosed.getByRole('button', { name: 'Remove how to.png' }).waitFor();
    await enclosed.getByText(title).waitFor();
    expect(await reply(page).inputValue()).toBe('Please read this, and look at the picture.');
    await page.keyboard.press('r');
    await page.keyboard.press('Control+Enter');
    const sent = page.getByRole('log').getByRole('article').filter({ hasText: 'Please read this, and look at the picture.' });
    await sent.getByText(title).waitFor();
    await sent.getByRole('button', { name: /how to\.png/ }).waitFor();
    const seen = contactPage.getByRole('log').getByRole('article').filter({ hasText: 'Please read this, and look at the picture.' });
    await seen.getByRole('link', { name: title }).waitFor();
    await contactPage.getByRole('log').getByRole('button', { name: /how to\.png/ }).waitFor();
    expect((await desk.storage.conversations.read(id ?? '', 0, 1_000)).at(-1)).toMatchObject({ type: 'message.sent', data: { citations: [{ articleId: 'deposit-not-arrived' }], attachments: [{ name: 'how to.png', type: 'image/png' }] } });
    await takeScreenshot(contactPage, 'widget-card-and-file');
    watcher.close();
    await contactPage.context().close();
    await page.context().close();
  }, LIMIT_MS);

  it('pastes a picture into a reply', async () => {
    const page = await signIn('dan@exchange.example');
    const contact = await openCase('my deposit has not arrived');
    await show(page, contact);
    await claim(page);
    await reply(page).evaluate((element, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, [...PICTURE]);
    await page.getByRole('button', { name: 'Remove image.png' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const { data } = await contact.waitForEvent('message.sent', (event) => event.data.kind === 'reply');
    expect(data).toMatchObject({ text: 'image.png', attachments: [{ name: 'image.png', bytes: expect.any(Number) }] });
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('calls a colleague in a note, who is told; the note survives a reload with them', async () => {
    const page = await signIn('eli@exchange.example');
    const fay = await connectDesk(desk.url, await desk.createAgent('fay@exchange.example'));
    const contact = await openCase('my deposit has not arrived');
    await show(page, contact);
    await page.keyboard.press('n');
    await page.keyboard.type('Could you look, @');
    await page.getByRole('listbox', { name: 'Call a colleague' }).getByRole('option', { name: /fay.*Available/ }).waitFor();
    await takeScreenshot(page, 'desk-composer-mentions');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.keyboard.type('fay');
    await page.keyboard.press('Enter');
    await page.keyboard.type('? a@b is no call');
    await valueOf(page, 'Could you look, @fay ? a@b is no call');
    await page.reload();
    await note(page).press('Control+Enter');
    const id = contact.conversationId ?? '';
    const calls = await fay.waitForFrame((frame) => frame.type === 'conversations' && frame.conversations.some((one) => one.id === id && one.mentioned.length === 1));
    expect(calls).toBeTruthy();
    await page.getByRole('log').getByText('@fay').waitFor();
    expect(contact.events.some(({ type }) => type === 'note.added')).toBe(false);
    fay.close();
    contact.close();
    await page.context().close();
  }, LIMIT_MS);

  it('is whispered to by a supervisor, whom a link leads there', async () => {
    const owner = await signIn('gil@exchange.example');
    const contact = await openCase('my deposit has not arrived');
    await show(owner, contact);
    expect(await owner.getByRole('radio', { name: 'Whisper' }).count()).toBe(0);
    await claim(owner);
    const page = await signIn('hua@exchange.example', { role: 'supervisor', locale: 'zh-CN', colorScheme: 'dark' });
    await show(page, contact, '?mode=whisper');
    const whisper = page.getByRole('textbox', { name: '私语' });
    await whisper.waitFor();
    expect(new URL(page.url()).search).not.toContain('mode');
    await page.getByText('写给gil。').waitFor();
    await whisper.fill('Please offer to call them.');
    await takeScreenshot(page, 'desk-composer-whisper-zh-dark');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await whisper.press('Control+Enter');
    await owner.getByRole('log').getByText('Please offer to call them.').waitFor();
    expect(contact.events.some(({ data }) => data.text === 'Please offer to call them.')).toBe(false);
    contact.close();
    await page.context().close();
    await owner.context().close();
  }, LIMIT_MS);

  it('is warned of a secret before it is sent, and takes it out by key', async () => {
    const page = await signIn('ian@exchange.example');
    const contact = await openCase('my deposit has not arrived');
    await show(page, contact);
    await claim(page);
    await reply(page).fill('You wrote that your password is hunter2secret! please change it');
    await page.getByRole('alert').getByText('This looks like: Password.').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take it out' }).press('Enter');
    await valueOf(page, '⟦password⟧');
    await page.getByText('This looks like: Password.').waitFor({ state: 'detached' });
    contact.close();
    await page.context().close();
  }, LIMIT_MS);
});
