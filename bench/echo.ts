import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { percentile } from './percentiles.ts';
import type { Rate } from './turns.ts';

/** Echoes per second over as many clients, each sending again as soon as it has its echo. */
export async function measureEcho(clients: number, seconds: number, durableFolder?: string): Promise<Rate> {
  const script = fileURLToPath(new URL('echo-server.ts', import.meta.url));
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...(durableFolder === undefined ? [] : [`--durable=${durableFolder}`])]);
  const port = await new Promise<string>((resolve) => {
    server.stdout.on('data', (chunk: Buffer) => { resolve(/\d+/.exec(chunk.toString('utf8'))?.[0] ?? ''); });
  });
  const samples: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, () => echoUntil(`ws://127.0.0.1:${port}`, end, samples)));
  server.kill();
  return { perSecond: samples.length / seconds, p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) };
}

function echoUntil(url: string, end: number, samples: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    let begun = 0;
    const next = (): void => {
      begun = performance.now();
      if (begun >= end) { socket.close(); resolve(); return; }
      socket.send('{"type":"message.send","id":"0123456789","conversationId":null,"text":"my usdt deposit has not arrived"}');
    };
    socket.on('open', next);
    socket.on('message', () => { samples.push(performance.now() - begun); next(); });
    socket.on('error', reject);
  });
}
