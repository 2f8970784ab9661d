import WebSocket from 'ws';
import { connectContact } from '../test/clients/contact-client.ts';
import { percentile } from './percentiles.ts';

/** Conversations are begun so many at a time. */
const AT_ONCE = 64;

interface Known { readonly token: string; readonly conversationId: string }

export interface StormFigures {
  readonly clients: number;
  /** Ms from the first dial until everybody has been greeted and shown their conversation. */
  readonly all: number;
  readonly p50: number;
  readonly p99: number;
}

/** Clients who all have a conversation, and all come back in the same moment. */
export async function measureStorm(url: string, count: number): Promise<StormFigures> {
  const known: Known[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (known.length < count) known.push(await begin(url));
  }));
  const begun = performance.now();
  const returned = await Promise.all(known.slice(0, count).map((one) => comeBack(url, one)));
  const samples = returned.map(({ at }) => at - begun);
  for (const { socket } of returned) socket.terminate();
  return { clients: count, all: Math.max(...samples), p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) };
}

async function begin(url: string): Promise<Known> {
  const client = await connectContact(url);
  const { conversationId } = await client.send('how long does a deposit take?');
  await client.waitForEvent('message.sent');
  client.terminate();
  return { token: client.token, conversationId };
}

/** Dialled again where the machine has too many half-open connections, as a browser does. */
async function comeBack(url: string, known: Known): Promise<{ socket: WebSocket; at: number }> {
  for (;;) {
    try {
      return await dial(url, known);
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, Math.random() * 500); });
    }
  }
}

function dial(url: string, { token, conversationId }: Known): Promise<{ socket: WebSocket; at: number }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/contact`, { perMessageDeflate: false });
    socket.once('open', () => { socket.send(JSON.stringify({ type: 'hello', token, conversationId, cursor: 0 })); });
    socket.on('message', (data) => { if ((data as Buffer).toString('latin1').startsWith('{"type":"events"')) resolve({ socket, at: performance.now() }); });
    socket.once('error', reject);
  });
}
