import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import type { ContactServerFrame } from '../../src/protocol/contact.ts';

type Frame = ContactServerFrame;
type Ack = Extract<Frame, { type: 'ack' }>;
/** An event as the contact gets it; tests look into `data` freely. */
export interface SeenEvent { conversationId: string; seq: number; at: number; type: string; data: Record<string, unknown> & { text?: string; kind?: string } }

export interface ContactClient {
  readonly frames: Frame[];
  /** Events without duplicates, as the contact would see them. */
  readonly events: SeenEvent[];
  token: string;
  conversationId: string | null;
  /** Sends a message and waits for its acknowledgement. */
  send(text: string, options?: { id?: string; wish?: 'person'; choice?: { articleId: string }; conversationId?: string | null }): Promise<Ack>;
  sendFrame(frame: unknown): void;
  /** The first frame, now or later, for which the test holds. */
  waitForFrame<T extends Frame['type']>(type: T, test?: (frame: Extract<Frame, { type: T }>) => boolean): Promise<Extract<Frame, { type: T }>>;
  waitForEvent(type: string, test?: (event: SeenEvent) => boolean): Promise<SeenEvent>;
  readonly closed: Promise<number>;
  close(): void;
  terminate(): void;
}

/** A contact's client as docs/protocol.md describes it, for tests and for load. */
export async function connectContact(url: string, resume: { token?: string; conversationId?: string | null; cursor?: number; /** As a proxy in front tells it. */ address?: string } = {}): Promise<ContactClient> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/contact`, resume.address === undefined ? {} : { headers: { 'x-forwarded-for': resume.address } });
  const listeners = new Set<() => void>();
  const frames: Frame[] = [];
  const bySeq = new Map<string, SeenEvent>();
  const events: SeenEvent[] = [];
  const closed = new Promise<number>((resolve) => { socket.once('close', resolve); });
  let failure: Error | undefined;
  socket.on('error', (error) => { failure = error; notify(); });
  socket.on('close', (code) => { failure ??= new Error(`the socket was closed with ${code}`); notify(); });

  function notify(): void {
    for (const listener of [...listeners]) listener();
  }

  socket.on('message', (data) => {
    const frame = JSON.parse((data as Buffer).toString('utf8')) as Frame;
    frames.push(frame);
    if (frame.type === 'welcome') {
      client.token = frame.token;
      client.conversationId = frame.conversation?.id ?? client.conversationId;
    }
    if (frame.type === 'ack') client.conversationId = frame.conversationId;
    if (frame.type === 'events') {
      for (const event of frame.events as unknown as SeenEvent[]) {
        const key = `${event.conversationId}:${event.seq}`;
        if (!bySeq.has(key)) events.push(event);
        bySeq.set(key, event);
      }
      client.conversationId ??= frame.conversationId;
    }
    notify();
  });

  function waitFor<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined && !failure) return;
        listeners.delete(look);
        if (found === undefined) reject(failure ?? new Error('not found'));
        else resolve(found);
      };
      listeners.add(look);
      look();
    });
  }

  const client: ContactClient = {
    frames, events, closed,
    token: resume.token ?? '',
    conversationId: resume.conversationId ?? null,
    sendFrame: (frame) => { socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)); },
    async send(text, { id = randomUUID(), conversationId = client.conversationId, ...rest } = {}) {
      client.sendFrame({ type: 'message.send', id, conversationId, text, ...rest });
      return waitFor(() => frames.find((frame): frame is Ack => frame.type === 'ack' && frame.id === id));
    },
    waitForFrame: (type, test = () => true) =>
      waitFor(() => frames.find((frame): frame is Extract<Frame, { type: typeof type }> => frame.type === type && test(frame as never))),
    waitForEvent: (type, test = () => true) => waitFor(() => events.find((event) => event.type === type && test(event))),
    close: () => { socket.close(); },
    terminate: () => { socket.terminate(); },
  };

  await new Promise<void>((resolve, reject) => { socket.once('open', () => { resolve(); }); socket.once('error', reject); });
  client.sendFrame({ type: 'hello', token: resume.token ?? null, conversationId: resume.conversationId ?? null, cursor: resume.cursor ?? 0 });
  await client.waitForFrame('welcome');
  return client;
}
