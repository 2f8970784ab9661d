import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createRecordingLogger } from '../../../test/fakes/recording-logger.ts';
import { createClamAv, type ScannerSettings } from './clam-av.ts';

/** Of https://www.eicar.org, in two parts, so that this file is none. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const MOST = 300_000;

/** Reads `INSTREAM` as clamd does, and finds what has EICAR's words in it. */
function serveClamd(socket: Socket): void {
  let data = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => {
    data = Buffer.concat([data, piece]);
    const content: Buffer[] = [];
    let at = 'zINSTREAM\0'.length;
    if (data.length < at) return;
    if (data.toString('latin1', 0, at) !== 'zINSTREAM\0') { socket.end('UNKNOWN COMMAND\0'); return; }
    while (data.length >= at + 4) {
      const length = data.readUInt32BE(at);
      if (length === 0) {
        const whole = Buffer.concat(content);
        socket.end(whole.length > MOST ? 'INSTREAM size limit exceeded. ERROR\0' : whole.includes('EICAR-STANDARD') ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0');
        return;
      }
      if (data.length < at + 4 + length) return;
      content.push(data.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  });
  socket.on('error', () => undefined);
}

describe('the virus scanner', () => {
  let server: Server | undefined;
  const open: Socket[] = [];
  afterEach(() => {
    for (const socket of open) socket.destroy();
    server?.close();
  });

  async function listen(serve: (socket: Socket) => void, path?: string): Promise<ScannerSettings['address']> {
    const started = createServer((socket) => { open.push(socket); serve(socket); });
    server = started;
    await new Promise<void>((resolve) => { if (path) started.listen(path, resolve); else started.listen(0, '127.0.0.1', resolve); });
    return path ? { path } : { host: '127.0.0.1', port: (started.address() as AddressInfo).port };
  }
  const scan = (address: ScannerSettings['address'], more: Partial<ScannerSettings> = {}) => createClamAv({ address, whenDown: 'refuse', ...more }, createRecordingLogger());

  it('lets through what is clean, in as many pieces as it takes', async () => {
    const ask = scan(await listen(serveClamd));
    expect(await ask(Buffer.from('plain'))).toBe('clean');
    expect(await ask(Buffer.alloc(200_000, 'a'))).toBe('clean');
  });

  it('names what it finds', async () => {
    expect(await scan(await listen(serveClamd))(EICAR)).toEqual({ found: 'Win.Test.EICAR_HDB-1' });
  });

  it('is reached by a socket of the machine, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    expect(await scan(await listen(serveClamd, join(folder, 'clamd.ctl')))(EICAR)).toMatchObject({ found: expect.any(String) });
    await rm(folder, { recursive: true });
  });

  it.each([
    ['says that something is wrong', serveClamd, Buffer.alloc(MOST + 1)],
    ['ends the connection', (socket: Socket) => { socket.destroy(); }, EICAR],
    ['is no clamd', (socket: Socket) => { socket.end('HTTP/1.1 400 Bad Request\r\n\r\n\0'); }, EICAR],
    ['never stops talking', (socket: Socket) => { socket.write('a'.repeat(10_000)); }, EICAR],
    ['says nothing', () => undefined, EICAR],
  ])('refuses files where it %s, or takes them where that is wished', async (_why, serve, content) => {
    const address = await listen(serve);
    await expect(scan(address, { timeoutMs: 200 })(content)).rejects.toMatchObject({ code: 'unavailable', retryAfter: 60 });
    expect(await scan(address, { timeoutMs: 200, whenDown: 'accept' })(content)).toBe('clean');
  });

  it('refuses files where nothing listens', async () => {
    const address = await listen(serveClamd);
    await new Promise((resolve) => { server?.close(resolve); });
    await expect(scan(address)(EICAR)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
