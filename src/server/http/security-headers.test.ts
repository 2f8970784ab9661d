import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import { setSecurityHeaders } from './security-headers.ts';

describe('the headers of every answer', () => {
  let server: Server;
  afterEach(() => { server.close(); });

  async function ask(publicUrl: string, path = '/desk', method = 'GET'): Promise<Headers> {
    const app = express();
    setSecurityHeaders(app, publicUrl);
    app.use((_request, response) => { response.send('here'); });
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => { server.once('listening', resolve); });
    return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method })).headers;
  }

  it('let nothing in from elsewhere and nothing inline, and keep pages out of frames', async () => {
    const headers = await ask('http://127.0.0.1:3000');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(Object.fromEntries(['x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-embedder-policy', 'cross-origin-resource-policy'].map((name) => [name, headers.get(name)]))).toEqual({
      'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*microphone=\(\).*publickey-credentials-get=\(self\)/);
  });

  it('ask for https only where the desk is reached by it', async () => {
    expect((await ask('http://127.0.0.1:3000')).get('strict-transport-security')).toBeNull();
    server.close();
    const headers = await ask('https://support.exchange.example');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}; includeSubDomains$/);
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });

  it('keep what people wrote in no cache', async () => {
    for (const path of ['/api/contact/messages', '/api/desk/me', '/api/editor/document', '/api/files/x']) {
      expect((await ask('http://127.0.0.1:3000', path)).get('cache-control')).toBe('private, no-store');
      server.close();
    }
    expect((await ask('http://127.0.0.1:3000', '/widget.js')).get('cache-control')).toBeNull();
  });

  it('let other sites load the widget and talk for a contact, never with cookies', async () => {
    const headers = await ask('https://support.exchange.example', '/api/contact/messages', 'OPTIONS');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    server.close();
    expect((await ask('https://support.exchange.example', '/api/desk/me', 'OPTIONS')).get('access-control-allow-origin')).toBeNull();
  });
});
