import { v7 as uuidv7 } from 'uuid';
import type { Page } from 'playwright-core';
import { openSqliteStorage } from '../src/adapters/storage/sqlite.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createCaseNumber } from '../src/conversation/case-number.ts';
import type { EventDraft } from '../src/domain/events.ts';
import { INTENT_IDS } from '../src/domain/intents.ts';
import { LOCALE_TAGS } from '../src/domain/locales.ts';
import { TEAMS } from '../src/domain/teams.ts';
import { URGENCIES } from '../src/domain/urgencies.ts';
import type { Storage } from '../src/ports.ts';
import { hashPassword } from '../src/server/authentication/password.ts';
import { launchBrowser } from '../test/clients/chromium.ts';
import { connectDesk } from '../test/clients/desk-client.ts';
import { enrolForTests, signInTo } from '../test/clients/sign-in.ts';
import { startServerProcess } from '../test/integration/server-process.ts';

export interface DeskScreen {
  /** Ms from asking for the page: the first row is there; the list knows how long it is. */
  readonly firstRow: number;
  readonly fullList: number;
  /** Bytes over HTTP until then, as they came: compressed, and without what the browser had kept. */
  readonly bytes: number;
  /** Longest task of the page's thread and longest time between two frames, ms, while the list scrolls and conversations change. */
  readonly longestTask: number;
  readonly longestFrame: number;
  /** Frames in that time that took longer than two of 60 a second. */
  readonly lateFrames: number;
  /** How many conversations changed meanwhile. */
  readonly updates: number;
}

const CREDENTIALS = { email: 'bench@exchange.example', password: 'correct horse battery' };
const SCROLL_MS = 6_000;
/** Changes a second while it scrolls. */
const CHANGES = 50;

/** The desk of a supervisor with so many conversations in the queue, in Chromium on this machine. */
export async function measureDeskScreen(folder: string, conversations: number): Promise<DeskScreen> {
  const ids = await fill(folder, conversations);
  const server = await startServerProcess({ DATA_DIR: folder });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', bypassCSP: true });
    await signInTo(context, server.url, CREDENTIALS);
    await context.addInitScript(watchPage, conversations);
    const page = await context.newPage();
    // The first visit fills the browser's cache and warms the server, as the morning's first agent does.
    await open(page, server.url);
    const { firstRow, fullList } = await open(page, server.url);
    const bytes = await page.evaluate<number>('performance.getEntries().reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)');
    return { firstRow, fullList, bytes, ...await scroll(page, server.url, ids) };
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
  }
}

async function open(page: Page, url: string): Promise<{ firstRow: number; fullList: number }> {
  await page.goto(`${url}/desk`);
  await page.waitForFunction('window.bench.fullList > 0', undefined, { timeout: 60_000 });
  return page.evaluate<{ firstRow: number; fullList: number }>('window.bench');
}

/** Runs in the page, before anything of it does. */
function watchPage(conversations: number): void {
  const seen = { firstRow: 0, fullList: 0, longestTask: 0, frames: [] as number[] };
  Object.assign(window, { bench: seen });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration); }).observe({ type: 'longtask' });
  const rowHeight = 72;
  let last = 0;
  const look = (now: number): void => {
    if (last > 0) seen.frames.push(now - last);
    last = now;
    if (seen.firstRow === 0 && document.querySelector('.row')) seen.firstRow = performance.now();
    if (seen.fullList === 0 && (document.querySelector<HTMLElement>('.rows')?.offsetHeight ?? 0) >= conversations * rowHeight) seen.fullList = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Scrolls with the wheel, as fast as a hand does, while conversations of the queue change. */
async function scroll(page: Page, url: string, ids: readonly string[]): Promise<Pick<DeskScreen, 'longestTask' | 'longestFrame' | 'lateFrames' | 'updates'>> {
  const desk = await connectDesk(url, CREDENTIALS);
  await page.mouse.move(200, 500);
  await page.evaluate('Object.assign(window.bench, { longestTask: 0, frames: [] })');
  const end = performance.now() + SCROLL_MS;
  let updates = 0;
  const changing = setInterval(() => {
    const conversationId = ids[updates++ % ids.length] ?? '';
    desk.sendFrame({ type: 'command', id: uuidv7(), conversationId, command: { type: 'note', clientMessageId: uuidv7(), text: 'Looked at it.' } });
  }, 1000 / CHANGES);
  while (performance.now() < end) await page.mouse.wheel(0, 400);
  clearInterval(changing);
  const { longestTask, frames } = await page.evaluate<{ longestTask: number; frames: number[] }>('window.bench');
  desk.close();
  return { longestTask, longestFrame: Math.max(...frames), lateFrames: frames.filter((ms) => ms > 34).length, updates };
}

/** Conversations of every team, urgency and language that wait, and a supervisor who sees them all. */
async function fill(folder: string, count: number): Promise<string[]> {
  const storage = await openSqliteStorage({ folder, clock: systemClock, exclusive: true });
  const agent = { id: uuidv7(), email: CREDENTIALS.email, name: 'Bench', role: 'supervisor', teams: [], locales: ['en'], level: 1, capacity: 6, active: true, createdAt: Date.now() } as const;
  await storage.agents.create(agent, await hashPassword(CREDENTIALS.password));
  await enrolForTests(storage.factors, agent.id);
  const ids: string[] = [];
  for (let start = 0; start < count; start += 500) {
    const numbers = Array.from({ length: Math.min(500, count - start) }, (_, index) => start + index);
    ids.push(...await Promise.all(numbers.map((number) => begin(storage, number))));
  }
  await storage.close();
  return ids;
}

async function begin(storage: Storage, number: number): Promise<string> {
  const id = uuidv7();
  const locale = LOCALE_TAGS[number % LOCALE_TAGS.length] ?? 'en';
  const team = TEAMS[number % TEAMS.length] ?? 'general';
  const urgency = number % 97 === 0 ? 'critical' : URGENCIES[1 + (number % 3)] ?? 'low';
  const drafts: EventDraft[] = [
    { type: 'conversation.started', data: { contactId: uuidv7(), caseNumber: createCaseNumber(), locale, channel: 'widget' } },
    { type: 'message.received', data: { clientMessageId: `bench-${String(number)}-message`, text: `My withdrawal number ${String(number)} has been processing since yesterday and nobody answers. Can you look at it, please?` } },
    {
      type: 'turn.decided',
      data: {
        ofSeq: 2, ranking: [], action: 'handoff', team, reasons: [], failed: false,
        understanding: { locale, intent: INTENT_IDS[number % INTENT_IDS.length] ?? 'deposit_help', urgency, confidence: 0.9, mood: 'calm', entities: [], evidence: [], reasons: [] },
      },
    },
    { type: 'handoff.requested', data: { team, urgency, reason: 'asked', ask: [], requestedBy: 'assistant' } },
  ];
  await storage.conversations.start({ id, startKey: id, drafts });
  return id;
}
