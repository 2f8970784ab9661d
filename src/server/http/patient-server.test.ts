import type { RequestListener, Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createPatientServer, STANDARD_PATIENCE } from './patient-server.ts';

const HASTY = { ...STANDARD_PATIENCE, headersMs: 150, requestMs: 300, idleMs: 150 };

describe('who never comes to the end', () => {
  let server: Server;
  let drip: NodeJS.Timeout | undefined;
  afterEach(() => {
    clearInterval(drip);
    server.closeAllConnections();
    server.close();
  });

  async function open(listener: RequestListener = (request, response) => { request.resume(); request.on('end', () => { response.end('done'); }); }): Promise<Socket> {
    server = createPatientServer(listener, HASTY);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return connect((server.address() as AddressInfo).port, '127.0.0.1');
  }
  /** All that is answered until the server ends the connection. */
  function untilClosed(socket: Socket): Promise<string> {
    return new Promise((resolve) => {
      let text = '';
      socket.on('data', (piece) => { text += piece.toString('latin1'); });
      socket.on('error', () => undefined);
      socket.on('close', () => { resolve(text); });
    });
  }
  const dripInto = (socket: Socket, piece: string): void => { drip = setInterval(() => { socket.write(piece); }, 20); };

  it('is cut off while headers come one by one', async () => {
    const socket = await open();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
    dripInto(socket, 'X-More: 1\r\n');
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 (408|431)/);
  });

  it('is cut off while a body comes byte by byte', async () => {
    const socket = await open();
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n');
    dripInto(socket, 'a');
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408/);
  });

  it('is cut off where nothing is asked at all', async () => {
    expect(await untilClosed(await open())).toMatch(/^(HTTP\/1\.1 408|$)/);
  });

  it('is told where its headers are too large', async () => {
    const socket = await open();
    socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX-Large: ${'a'.repeat(HASTY.headerBytes)}\r\n\r\n`);
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 431/);
  });

  it('is answered where it comes in time, however long the answer takes', async () => {
    const socket = await open((_request, response) => { setTimeout(() => { response.end('after a while'); }, HASTY.requestMs * 2); });
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(await untilClosed(socket)).toContain('after a while');
  });
});
