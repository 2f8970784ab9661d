import { Agent, request as httpRequest } from 'node:http';
import WebSocket from 'ws';
import { ROUTES } from '../../src/protocol/http.ts';
import type { Caller } from '../integration/permission-matrix.ts';
import type { Attack } from './plan-attacks.ts';

/** What came of an attack: `refused` where it was answered with an error, `cut-off` where the connection was ended instead. */
export interface Outcome {
  readonly how: 'accepted' | 'refused' | 'cut-off';
  /** Of HTTP; 0 for a frame. */
  readonly status: number;
  /** Everything that was answered. */
  readonly text: string;
}

export interface Attacker {
  run(attack: Attack): Promise<Outcome>;
  close(): void;
}

/** Nobody waits so long for anything that is asked here; the longest poll lasts a millisecond. */
const PATIENCE_MS = 20_000;

/** Carries attacks out, one after the other, and waits until each was worked on. */
export function createAttacker(url: string, { identify, standIns }: {
  /** Headers that say who calls. */
  identify: (caller: Caller) => Readonly<Record<string, string>>;
  /** What is sent in the place of a stand-in. */
  standIns: ReadonlyMap<string, string>;
}): Attacker {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Map<string, FrameSocket>();

  function fillText(text: string): string {
    let filled = text;
    for (const [standIn, real] of standIns) filled = filled.replaceAll(standIn, real);
    return filled;
  }
  /** Byte by byte, so that what is no text stays as it is. */
  const fill = (data: Buffer): Buffer => Buffer.from(fillText(data.toString('latin1')), 'latin1');

  async function runFrame(attack: Attack & { kind: 'frame' }): Promise<Outcome> {
    const data = fill(attack.data);
    const key = `${attack.socket} ${attack.caller}`;
    // Whoever says hello again may be somebody else from then on.
    const isGreeting = data.includes('"hello"');
    const open = sockets.get(key);
    const socket = open && !open.isClosed() && !isGreeting ? open : await openFrameSocket(`${url.replace(/^http/, 'ws')}/ws/${attack.socket}`, identify(attack.caller), attack.socket === 'contact');
    if (!isGreeting) sockets.set(key, socket);
    const outcome = await socket.send(data, attack.isBinary);
    if (isGreeting) socket.close();
    return outcome;
  }

  return {
    run: (attack) => (attack.kind === 'frame'
      ? runFrame(attack)
      : send(agent, url, { method: ROUTES[attack.route].method, path: fillText(attack.path), headers: { ...identify(attack.caller), ...attack.headers }, body: attack.body && fill(attack.body) })),
    close() {
      for (const socket of sockets.values()) socket.close();
      agent.destroy();
    },
  };
}

function send(agent: Agent, url: string, { method, path, headers, body }: { method: string; path: string; headers: Readonly<Record<string, string>>; body: Buffer | undefined }): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = httpRequest({ agent, hostname, port, method: method.toUpperCase(), path, headers: { ...headers, ...(body && { 'content-length': String(body.length) }) }, timeout: PATIENCE_MS });
    request.on('timeout', () => { reject(new Error(`no answer in ${PATIENCE_MS} ms`)); request.destroy(); });
    // The server may answer and end the connection before it took all of the body.
    request.on('error', (error) => { resolve({ how: 'cut-off', status: 0, text: error.message }); });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      const end = (): void => {
        const status = response.statusCode ?? 0;
        resolve({ how: status >= 400 ? 'refused' : 'accepted', status, text: Buffer.concat(chunks).toString('utf8') });
      };
      response.on('end', end);
      response.on('error', end);
    });
    request.end(body);
  });
}

interface FrameSocket {
  send(data: Buffer, isBinary: boolean): Promise<Outcome>;
  isClosed(): boolean;
  close(): void;
}

async function openFrameSocket(url: string, headers: Readonly<Record<string, string>>, isContact: boolean): Promise<FrameSocket> {
  const socket = new WebSocket(url, { headers: { ...headers } });
  let told: string[] = [];
  let look = (): void => undefined;
  let count = 0;
  socket.on('message', (data) => { told.push((data as Buffer).toString('utf8')); look(); });
  socket.on('close', () => { look(); });
  socket.on('error', () => { look(); });
  const isClosed = (): boolean => socket.readyState === WebSocket.CLOSING || socket.readyState === WebSocket.CLOSED;

  function waitFor(test: (frame: string) => boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => { reject(new Error(`no answer in ${PATIENCE_MS} ms`)); }, PATIENCE_MS);
      look = () => {
        const found = told.some(test);
        if (!found && !isClosed()) return;
        clearTimeout(late);
        resolve(found);
      };
      look();
    });
  }

  await new Promise<void>((resolve, reject) => { socket.once('open', () => { resolve(); }); socket.once('error', reject); });
  const [, token] = /^Bearer (.*)$/.exec(headers['authorization'] ?? '') ?? [];
  if (isContact) socket.send(JSON.stringify({ type: 'hello', token: token ?? null }));
  await waitFor((frame) => frame.startsWith('{"type":"welcome"'));
  return {
    async send(data, isBinary) {
      told = [];
      count += 1;
      // Frames are worked on in order: once this one is answered, so is the one before.
      const barrier = `barrier-${count}`;
      socket.send(data, { binary: isBinary });
      socket.send(JSON.stringify({ type: 'barrier', id: barrier }));
      const answered = await waitFor((frame) => frame.includes(barrier));
      const answers = told.filter((frame) => !frame.includes(barrier));
      const refused = answers.some((frame) => frame.startsWith('{"type":"error"'));
      return { how: !answered ? 'cut-off' : refused ? 'refused' : 'accepted', status: 0, text: answers.join('\n') };
    },
    isClosed,
    close: () => { socket.terminate(); },
  };
}
