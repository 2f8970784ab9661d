import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import type { DeskCommand, DeskServerFrame } from '../../src/protocol/desk.ts';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { signIn } from './sign-in.ts';

type Frame = DeskServerFrame;

export interface DeskClient {
  readonly cookie: string;
  readonly frames: Frame[];
  get<T>(path: string): Promise<T>;
  list(view: 'queue' | 'mine' | 'open' | 'resolved'): Promise<RouteOutput<'listConversations'>['conversations']>;
  /** Resolves with the `ack` or the `error` of the command. */
  command(conversationId: string, command: DeskCommand): Promise<Extract<Frame, { type: 'ack' | 'error' }>>;
  sendFrame(frame: object): void;
  waitForFrame(test: (frame: Frame) => boolean): Promise<Frame>;
  /** The close code, once the socket is closed. */
  readonly closed: Promise<number>;
  close(): void;
}

/** An agent's desk over the wire. Signs in, connects, and collects what comes. */
export async function connectDesk(url: string, credentials: { email: string; password: string }): Promise<DeskClient> {
  const cookie = await signIn(url, credentials);
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/desk`, { headers: { cookie } });
  const frames: Frame[] = [];
  const listeners = new Set<() => void>();
  const closed = new Promise<number>((resolve) => { socket.once('close', resolve); });
  socket.on('message', (data) => {
    frames.push(JSON.parse((data as Buffer).toString('utf8')) as Frame);
    for (const listener of [...listeners]) listener();
  });

  function waitForFrame(test: (frame: Frame) => boolean): Promise<Frame> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = frames.find(test);
        if (!found) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
    });
  }

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(url + path, { headers: { cookie } });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return await response.json() as T;
  }

  const client: DeskClient = {
    cookie, frames, get, waitForFrame, closed,
    list: async (view) => (await get<RouteOutput<'listConversations'>>(`/api/desk/conversations?view=${view}`)).conversations,
    sendFrame: (frame) => { socket.send(JSON.stringify(frame)); },
    async command(conversationId, command) {
      const id = randomUUID();
      client.sendFrame({ type: 'command', id, conversationId, command });
      return await waitForFrame((frame) => (frame.type === 'ack' || frame.type === 'error') && frame.id === id) as Extract<Frame, { type: 'ack' | 'error' }>;
    },
    close: () => { socket.close(); },
  };
  await new Promise<void>((resolve, reject) => { socket.once('open', () => { resolve(); }); socket.once('error', reject); });
  const refused = closed.then((code) => { throw new Error(`the desk was closed with ${code}`); });
  await Promise.race([waitForFrame((frame) => frame.type === 'welcome'), refused]);
  refused.catch(() => undefined);
  return client;
}
