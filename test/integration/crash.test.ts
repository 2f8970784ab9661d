import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { connectContact, type ContactClient, type SeenEvent } from '../clients/contact-client.ts';
import { findFreePort, startServerProcess } from './server-process.ts';

/** `CRASH_ROUNDS=20 npm test -- crash` is the long form. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 3);
const CONTACTS = 50;
const SEED = 20_261_120;
const QUESTIONS = ['my deposit has not arrived', '提币一直没到账', 'i cannot sign in', 'somebody stole my coins', 'thanks', 'how do I create an api key'];

/** Mulberry32: a small generator with a seed, so that a failing history can be played again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One contact over all rounds: what was acknowledged to it, and what it knows to resume with. */
interface Talker {
  token: string | undefined;
  conversationId: string | null;
  readonly acknowledged: Set<string>;
  readonly conversations: Set<string>;
  /** Sent and not acknowledged; sent again with the same id, as the widget does. */
  pending: { id: string; text: string; conversationId: string | null } | undefined;
}

/** Sends one message after the other until the server dies. */
async function talk(url: string, talker: Talker, random: () => number): Promise<void> {
  let client: ContactClient | undefined;
  try {
    client = await connectContact(url, { ...(talker.token === undefined ? {} : { token: talker.token }), conversationId: talker.conversationId });
    talker.token = client.token;
    for (;;) {
      // With people the assistant owes nothing any more: a new conversation keeps it at work.
      if (client.events.some(({ type, conversationId }) => type === 'handoff.requested' && conversationId === talker.conversationId)) talker.conversationId = null;
      talker.pending ??= { id: randomUUID(), text: QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? '', conversationId: talker.conversationId };
      const ack = await client.send(talker.pending.text, { id: talker.pending.id, conversationId: talker.pending.conversationId });
      talker.conversationId = ack.conversationId;
      talker.conversations.add(ack.conversationId);
      talker.acknowledged.add(talker.pending.id);
      talker.pending = undefined;
    }
  } catch {
    client?.terminate();
  }
}

async function readLog(url: string, token: string | undefined, conversationId: string): Promise<{ events: SeenEvent[]; ownerKind: string }> {
  const all: SeenEvent[] = [];
  for (;;) {
    const after = all.at(-1)?.seq ?? 0;
    const response = await fetch(`${url}/api/contact/conversations/${conversationId}/events?after=${after}`, { headers: { authorization: `Bearer ${token ?? ''}` } });
    const { events, conversation } = await response.json() as { events: SeenEvent[]; conversation: { owner: { kind: string }; seq: number } };
    all.push(...events);
    if (events.length === 0) return { events: all, ownerKind: conversation.owner.kind };
  }
}

/** Waits, by looking again, until every message is answered or with people; the test's own limit ends it otherwise. */
async function waitUntilAnswered(url: string, token: string | undefined, conversationId: string): Promise<SeenEvent[]> {
  for (;;) {
    const { events, ownerKind } = await readLog(url, token, conversationId);
    const lastReceived = events.findLast(({ type }) => type === 'message.received')?.seq ?? 0;
    const lastSent = events.findLast(({ type }) => type === 'message.sent')?.seq ?? 0;
    if (lastReceived < lastSent || ownerKind !== 'assistant' || events.length === 0) return events;
  }
}

/** No two answers to one message, and none missing before people take over. */
function assertAnsweredOnce(events: readonly SeenEvent[]): void {
  // A hand-over may bring a question to who waits besides its own words.
  const answered = events.flatMap(({ type, data }) => (type === 'message.sent' && data['kind'] !== 'intake' ? [data['ofSeq']] : []));
  expect(new Set(answered).size).toBe(answered.length);
}

describe('a server that is killed while contacts talk', () => {
  it(`has every acknowledged message once and answers what it left unanswered, in ${ROUNDS} rounds`, async () => {
    const random = createRandom(SEED);
    const dataDir = await mkdtemp(join(tmpdir(), 'vigil-crash-'));
    const port = String(await findFreePort());
    const talkers: Talker[] = Array.from({ length: CONTACTS }, () => ({ token: undefined, conversationId: null, acknowledged: new Set(), conversations: new Set(), pending: undefined }));
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServerProcess({ DATA_DIR: dataDir, PORT: port });
      const talking = Promise.all(talkers.map((talker) => talk(server.url, talker, random)));
      const enough = 40 + Math.floor(random() * 400);
      // Killed after a random number of acknowledgements: somewhere amid appends, turns and deliveries.
      await new Promise<void>((resolve) => {
        const before = countAcknowledged(talkers);
        const look = (): void => { if (countAcknowledged(talkers) - before >= enough) resolve(); else setImmediate(look); };
        look();
      });
      await server.kill('SIGKILL');
      await talking;
    }
    const server = await startServerProcess({ DATA_DIR: dataDir, PORT: port });
    for (const { token, conversations, acknowledged } of talkers) {
      const logs = await Promise.all([...conversations].map((id) => waitUntilAnswered(server.url, token, id)));
      const received = logs.flat().flatMap(({ type, data }) => (type === 'message.received' ? [data['clientMessageId'] as string] : []));
      expect(new Set(received).size).toBe(received.length);
      expect(received).toEqual(expect.arrayContaining([...acknowledged]));
      for (const events of logs) assertAnsweredOnce(events);
    }
    expect(countAcknowledged(talkers)).toBeGreaterThan(ROUNDS * 40);
    await server.kill('SIGTERM');
    await rm(dataDir, { recursive: true });
  }, 60_000 + ROUNDS * 30_000);
});

function countAcknowledged(talkers: readonly Talker[]): number {
  return talkers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
}
