import { connectContact } from '../test/clients/contact-client.ts';
import { enrolForTests, signIn } from '../test/clients/sign-in.ts';
import { v7 as uuidv7 } from 'uuid';
import WebSocket from 'ws';
import { openSqliteStorage } from '../src/adapters/storage/sqlite.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { STANDARD_CAPACITY } from '../src/domain/agent.ts';
import { compareWaiting } from '../src/domain/queue-order.ts';
import { TEAMS } from '../src/domain/teams.ts';
import { URGENCIES } from '../src/domain/urgencies.ts';
import { hashPassword } from '../src/server/authentication/password.ts';
import { startServerProcess } from '../test/integration/server-process.ts';
import { percentile } from './percentiles.ts';
import { measureLatency, measureThroughput } from './turns.ts';

const PASSWORD = 'correct horse battery';

export interface ClaimFigures {
  readonly p50: number;
  readonly p99: number;
  readonly claims: number;
  /** Conversations that two agents got, and claims that passed over somebody who was to go first. */
  readonly doubled: number;
  readonly outOfOrder: number;
}

/** Who waits: begun, handed to a team, and nothing more. */
export async function fillQueue(folder: string, count: number): Promise<void> {
  const storage = await openSqliteStorage({ folder, clock: systemClock, exclusive: false });
  for (let done = 0; done < count; done += 500) {
    await Promise.all(Array.from({ length: Math.min(500, count - done) }, (_, index) => storage.conversations.start({
      id: uuidv7(), startKey: uuidv7(),
      drafts: [
        { type: 'conversation.started', data: { contactId: uuidv7(), caseNumber: uuidv7(), locale: 'en', channel: 'widget' } },
        { type: 'message.received', data: { clientMessageId: uuidv7(), text: 'My withdrawal has been pending since this morning and support does not answer.' } },
        { type: 'handoff.requested', data: { team: TEAMS[(done + index) % TEAMS.length] ?? 'general', urgency: URGENCIES[((done + index) * 7) % URGENCIES.length] ?? 'low', reason: 'asked', requestedBy: 'contact', ask: [] } },
      ],
    })));
  }
  await storage.close();
}

/** One in twenty oversees; the others are in two teams each. */
async function hireAgents(folder: string, count: number): Promise<string[]> {
  const storage = await openSqliteStorage({ folder, clock: systemClock, exclusive: false });
  const passwordHash = await hashPassword(PASSWORD);
  const emails = Array.from({ length: count }, (_, index) => `agent-${index}@exchange.example`);
  for (const [index, email] of emails.entries()) {
    const teams = [TEAMS[index % TEAMS.length] ?? 'general', TEAMS[(index + 3) % TEAMS.length] ?? 'general'];
    const id = uuidv7();
    await storage.agents.create({
      id, email, name: email, role: index % 20 === 0 ? 'supervisor' : 'agent', teams, locales: ['en'], level: 1, capacity: STANDARD_CAPACITY, active: true, createdAt: systemClock.now(),
    }, passwordHash);
    await enrolForTests(storage.factors, id);
  }
  await storage.close();
  return emails;
}

/** A desk that reads no more of what comes than a measurement needs: with hundreds in one process, parsing would be what is measured. */
async function openDesk(url: string, email: string, onText: (text: string) => void): Promise<WebSocket> {
  const cookie = await signIn(url, { email, password: PASSWORD });
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/desk`, { headers: { cookie } });
  socket.on('message', (data) => { onText((data as Buffer).toString('latin1')); });
  await new Promise<void>((resolve, reject) => { socket.once('open', () => { resolve(); }); socket.once('error', reject); });
  return socket;
}

/** A few at a time, as signing in hashes passwords. */
async function openDesks(url: string, emails: readonly string[], onText: (text: string, desk: number) => void): Promise<WebSocket[]> {
  const desks: WebSocket[] = [];
  for (let start = 0; start < emails.length; start += 8) {
    desks.push(...await Promise.all(emails.slice(start, start + 8).map((email, index) => openDesk(url, email, (text) => { onText(text, start + index); }))));
  }
  return desks;
}

/**
 * Agents who take the next of a long queue, begun at a fixed rate whatever the answers take (open loop):
 * from the frame sent to its acknowledgement.
 */
export async function measureClaims(folder: string, { agents, waiting, perSecond, seconds }: { agents: number; waiting: number; perSecond: number; seconds: number }): Promise<ClaimFigures> {
  await (await startServerProcess({ DATA_DIR: folder })).kill('SIGTERM');
  await fillQueue(folder, waiting);
  const emails = await hireAgents(folder, agents);
  const server = await startServerProcess({ DATA_DIR: folder });
  try {
    const asked = new Map<string, number>();
    const samples: number[] = [];
    const taken: string[] = [];
    const desks = await openDesks(server.url, emails, (text) => {
      if (!text.startsWith('{"type":"ack"')) return;
      const { id, conversationId } = JSON.parse(text) as { id: string; conversationId: string };
      samples.push(performance.now() - (asked.get(id) ?? NaN));
      taken.push(conversationId);
    });
    const begun = performance.now();
    for (let number = 0; number < perSecond * seconds; number++) {
      await until(begun + (number * 1000) / perSecond);
      asked.set(`claim-${number}`, performance.now());
      desks[number % desks.length]?.send(`{"type":"claim-next","id":"claim-${number}"}`);
    }
    while (taken.length < perSecond * seconds) await until(performance.now() + 50);
    for (const desk of desks) desk.close();
    return { p50: percentile(samples, 0.5), p99: percentile(samples, 0.99), claims: taken.length, doubled: taken.length - new Set(taken).size, outOfOrder: await countOutOfOrder(folder) };
  } finally {
    await server.kill('SIGTERM');
  }
}

/** How many were taken although somebody still waits for the same team who was to go first. */
async function countOutOfOrder(folder: string): Promise<number> {
  const storage = await openSqliteStorage({ folder, clock: systemClock, exclusive: false });
  const taken = (await storage.conversations.list({ view: 'all', status: 'open', teams: 'all' }, 100_000)).filter(({ owner }) => owner.kind === 'agent');
  let wrong = 0;
  for (const team of TEAMS) {
    const [head] = await storage.conversations.list({ view: 'queue', teams: [team] }, 1);
    if (head) wrong += taken.filter((one) => one.team === team && compareWaiting(one, head) > 0).length;
  }
  await storage.close();
  return wrong;
}

export interface SeenFigures {
  readonly p50: number;
  readonly p99: number;
  readonly desks: number;
  readonly perSecond: number;
}

/** From a contact's frame to the frame with the changed conversation on each of many desks, while turns run at a rate. */
export async function measureSeen(folder: string, { agents, perSecond, seconds }: { agents: number; perSecond: number; seconds: number }): Promise<SeenFigures> {
  await (await startServerProcess({ DATA_DIR: folder })).kill('SIGTERM');
  const emails = await hireAgents(folder, agents);
  const server = await startServerProcess({ DATA_DIR: folder });
  try {
    await measureThroughput(server.url, 16, 3); // the compiler has seen the hot paths
    const samples: number[] = [];
    const sentAt: number[] = [];
    const desks = await openDesks(server.url, emails, (text) => {
      const probe = /"text":"probe (\d+)"/.exec(text)?.[1];
      if (probe !== undefined) samples.push(performance.now() - (sentAt[Number(probe)] ?? NaN));
    });
    const load = measureLatency(server.url, perSecond, seconds);
    const contact = await connectContact(server.url);
    await contact.send('I want to talk to a person', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    for (let number = 0; number < seconds * 2; number++) {
      sentAt.push(performance.now());
      await contact.send(`probe ${number}`);
      await until((sentAt[number] ?? 0) + 450);
    }
    await load;
    contact.close();
    for (const desk of desks) desk.close();
    return { p50: percentile(samples, 0.5), p99: percentile(samples, 0.99), desks: Math.round(samples.length / (seconds * 2)), perSecond };
  } finally {
    await server.kill('SIGTERM');
  }
}

async function until(at: number): Promise<void> {
  const wait = at - performance.now();
  if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait); });
}
