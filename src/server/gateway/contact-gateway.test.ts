import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket, { WebSocketServer } from 'ws';
import { silentLogger } from '../../../test/fakes/silent-logger.ts';
import { createContactGateway, type ContactGatewayOptions } from './contact-gateway.ts';

describe('the socket of a contact', () => {
  let server: WebSocketServer;
  beforeAll(async () => {
    const nobody = { verify: () => undefined, create: () => 'token' };
    const gateway = createContactGateway({ tokens: nobody, logger: silentLogger, helloMs: 100 } as unknown as ContactGatewayOptions);
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => { gateway.accept(socket, { address: '127.0.0.1', isLocal: true }); });
    await new Promise((resolve) => { server.once('listening', resolve); });
  });
  afterAll(() => { server.close(); });

  it.each(['nothing at all', 'pings alone'])('is closed where it says %s', async (what) => {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    socket.on('open', () => { if (what === 'pings alone') socket.send('{"type":"ping"}'); });
    expect(await new Promise((resolve) => { socket.once('close', resolve); })).toBe(4008);
  });
});
