import { randomUUID } from 'node:crypto';
import { connectContact, type ContactClient } from '../test/clients/contact-client.ts';
import { percentile } from './percentiles.ts';

const QUESTIONS = [
  'my usdt deposit has not arrived', 'how long does verification take', '提币一直在处理中怎么办', 'i forgot my password',
  'order not filled for hours', 'what are the trading fees', 'API returns 429 too many requests', '怎么开启谷歌验证', 'how is the liquidation price computed',
];

export interface Rate {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** One question and its answer; resolves with the milliseconds between the frame sent and the answer seen. */
async function turn(client: ContactClient): Promise<number> {
  const begun = performance.now();
  const text = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] ?? '';
  // A new conversation each time keeps every turn a first turn, and so alike.
  client.frames.length = 0;
  client.events.length = 0;
  await client.send(text, { id: randomUUID(), conversationId: null });
  await client.waitForEvent('message.sent');
  return performance.now() - begun;
}

/** Turns begun at a fixed rate whatever the answers take (open loop), so that a slow server cannot slow its own test. */
export async function measureLatency(url: string, perSecond: number, seconds: number): Promise<Rate> {
  const idle = await Promise.all(Array.from({ length: 200 }, () => connectContact(url)));
  const all = [...idle];
  const samples: number[] = [];
  const running: Promise<void>[] = [];
  const begun = performance.now();
  for (let number = 0; number < perSecond * seconds; number++) {
    const wait = begun + (number * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait); });
    const client = idle.shift();
    if (!client) throw new Error('all 200 clients wait for an answer: the server is far too slow for this rate');
    running.push(turn(client).then((ms) => { samples.push(ms); idle.push(client); }));
  }
  await Promise.all(running);
  for (const client of all) client.close();
  return { perSecond, p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) };
}

/** As many turns as the server sustains with so many clients that each ask again as soon as they are answered (closed loop). */
export async function measureThroughput(url: string, clients: number, seconds: number): Promise<Rate> {
  const all = await Promise.all(Array.from({ length: clients }, () => connectContact(url)));
  const samples: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(all.map(async (client) => { while (performance.now() < end) samples.push(await turn(client)); }));
  for (const client of all) client.close();
  return { perSecond: samples.length / seconds, p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) };
}
