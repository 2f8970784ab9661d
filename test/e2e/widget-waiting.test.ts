import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import type { ContactEvent } from '../../src/web/widget/conversation/contact-event.ts';
import { writeEvents, type EventWriter } from '../fakes/contact-events.ts';
import { startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const ID = '019a0000-0000-7000-8000-000000000001';

/** The widget with a desk that says what the test wants, over the real socket's address. */
describeInBrowser('what the widget shows of a conversation', () => {
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

  interface Shown {
    readonly page: Page;
    readonly sent: Record<string, unknown>[];
    say(frame: object): void;
  }

  const show = async (events: readonly ContactEvent[], state: { place: number | null; waitMinutes: number | null } = { place: null, waitMinutes: null }, retryAfters: number[] = []): Promise<Shown> => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 780 }, locale: 'en' })).newPage();
    const sent: Record<string, unknown>[] = [];
    let socket: WebSocketRoute | undefined;
    const say = (frame: object): void => { socket?.send(JSON.stringify(frame)); };
    await page.routeWebSocket(/\/ws\/contact$/, (route) => {
      socket = route;
      route.onMessage((text) => {
        const frame = JSON.parse(String(text)) as Record<string, unknown>;
        sent.push(frame);
        const retryAfter = frame['type'] === 'message.send' ? retryAfters.shift() : undefined;
        if (retryAfter !== undefined) say({ type: 'error', code: 'unavailable', message: 'full', retryAfter, id: frame['id'] });
        if (frame['type'] !== 'hello') return;
        say({ type: 'welcome', protocol: 1, token: 'token', conversation: { id: ID, caseNumber: 'V-1', locale: 'en', status: 'open', owner: { kind: 'assistant' }, seq: 0, rating: null, askedWhetherSolved: false, reachable: false, staffed: true, readSeq: 0, ...state } });
        say({ type: 'events', conversationId: ID, events });
      });
    });
    await page.goto(`${desk.url}/`);
    await page.getByRole('button', { name: 'Open support chat' }).click();
    return { page, sent, say };
  };
  const begin = (): EventWriter => writeEvents(ID).add('conversation.started', { caseNumber: 'V-1', locale: 'en' }).receive('message-1');

  it('offers a person once, until the contact has said something', async () => {
    const writer = begin().answer({ kind: 'choices', text: 'Shall I hand you to a colleague?', offer: 'person' });
    const { page, sent, say } = await show([...writer.events]);
    const offer = page.getByRole('log').getByRole('button', { name: 'Yes, hand me to a person' });
    await offer.waitFor();
    await takeScreenshot(page, 'widget-offer-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await offer.click();
    expect([await offer.isDisabled(), await page.getByRole('button', { name: 'Talk to a person' }).isDisabled()]).toEqual([true, true]);
    const asked = sent.filter(({ type }) => type === 'message.send');
    expect(asked).toMatchObject([{ wish: 'person' }]);
    writer.receive(String(asked[0]?.['id']), { wish: 'person' });
    say({ type: 'events', conversationId: ID, events: writer.events.slice(-1) });
    await offer.waitFor({ state: 'detached' });
    await page.context().close();
  }, LIMIT_MS);

  it('says how long one usually waits, while somebody can say', async () => {
    const { page, say } = await show(begin().add('handoff.requested', { requestedBy: 'contact' }).events, { place: 2, waitMinutes: 8 });
    const strip = page.getByRole('status').filter({ hasText: 'in line' });
    await strip.getByText('Number 2 in line · usually up to 8 minutes').waitFor();
    say({ type: 'place', conversationId: ID, place: 1, minutes: 4, staffed: true });
    await strip.getByText('You are next in line · usually up to 4 minutes').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    say({ type: 'place', conversationId: ID, place: 1, minutes: null, staffed: true });
    await strip.getByText('usually').waitFor({ state: 'detached' });
    expect(await strip.textContent()).toBe('You are next in line Keep writing; a colleague will read everything.');
    await page.context().close();
  }, LIMIT_MS);

  it('keeps what a full desk turned away, says when it tries again, and sends it by itself', async () => {
    const { page, sent } = await show(begin().answer({ kind: 'answer', text: 'An answer.' }).events, undefined, [40, 1]);
    const field = page.getByRole('textbox', { name: 'Your message' });
    const kept = page.getByText('Kept, not sent yet');
    await page.getByText('An answer.', { exact: true }).waitFor();
    await field.fill('And for ether?');
    await field.press('Enter');
    await page.getByRole('status').filter({ hasText: /tries again by itself in (4\d|50) seconds/ }).waitFor();
    await kept.waitFor();
    await takeScreenshot(page, 'widget-busy-phone');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    // What is added is tried at once, and turned away for a moment only.
    await field.fill('Please.');
    await field.press('Enter');
    await page.getByRole('status').filter({ hasText: /in (1 second|2 seconds)\./ }).waitFor();
    await kept.first().waitFor({ state: 'detached' });
    const asked = sent.filter(({ type }) => type === 'message.send').map(({ text }) => text);
    expect(asked).toEqual(['And for ether?', 'And for ether?', 'Please.', 'And for ether?']);
    await page.context().close();
  }, LIMIT_MS);

  it('asks in passing, sends people in distress to a link, shows the source of a refusal, and names what was removed', async () => {
    const { page } = await show(begin()
      .answer({ kind: 'chat', text: 'I do not give advice.', citations: [{ articleId: 'a', locale: 'en', revision: 'r', title: 'Listed coins' }] })
      .receive('message-2', { text: 'my code ⟦one_time_code⟧ and `⟦password⟧`' })
      .answer({ kind: 'safety', text: '**Line**: 116 123\n\nSee [findahelpline.com](https://findahelpline.com).' })
      .answer({ kind: 'intake', text: 'When was it? You wrote `⟦private_key⟧`.', slot: 'when' }).events);
    const log = page.getByRole('log');
    await log.getByRole('link', { name: 'Source Listed coins' }).waitFor();
    expect(await log.getByRole('link', { name: 'findahelpline.com' }).getAttribute('href')).toBe('https://findahelpline.com');
    for (const removed of ['one-time code: removed', 'password: removed', 'private key: removed']) await log.getByText(removed).waitFor();
    expect(await log.textContent()).not.toContain('⟦');
    expect(await page.getByText('Did this help?').count()).toBe(0);
    expect(await page.getByText('Protect your account now').count()).toBe(0);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.context().close();
  }, LIMIT_MS);
});
