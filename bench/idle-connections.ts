import { readFile } from 'node:fs/promises';
import WebSocket from 'ws';

/** How many connections are opened at a time. */
const BATCH = 250;

/** Kilobytes of the server's resident memory per idle contact who is connected and greeted. Linux only: reads /proc. */
export async function measureIdleConnections(url: string, pid: number, count: number): Promise<number> {
  const before = await readResidentKb(pid);
  const sockets: WebSocket[] = [];
  while (sockets.length < count) {
    sockets.push(...await Promise.all(Array.from({ length: Math.min(BATCH, count - sockets.length) }, () => connect(url))));
  }
  const after = await readResidentKb(pid);
  for (const socket of sockets) socket.terminate();
  return (after - before) / count;
}

function connect(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/contact`, { perMessageDeflate: false });
    socket.once('open', () => { socket.send('{"type":"hello","token":null}'); });
    socket.once('message', () => { resolve(socket); });
    socket.once('error', reject);
  });
}

async function readResidentKb(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
