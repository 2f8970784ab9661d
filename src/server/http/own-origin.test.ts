import { describe, expect, it } from '@jest/globals';
import { createIsOwnOrigin } from './own-origin.ts';

describe('where a request comes from', () => {
  const isOwn = createIsOwnOrigin('https://desk.exchange.example');
  const host = 'desk.exchange.example';

  it.each([
    ['our own page', { host, origin: 'https://desk.exchange.example', 'sec-fetch-site': 'same-origin' }],
    ['our own page in an old browser', { host, origin: 'https://desk.exchange.example' }],
    ['our own page behind a proxy that names another host', { host: 'vigil:3000', origin: 'https://desk.exchange.example', 'sec-fetch-site': 'same-origin' }],
    ['our own page under another name of this process', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }],
    ['no browser at all', { host }],
  ])('is taken as ours: %s', (_name, headers) => { expect(isOwn({ headers })).toBe(true); });

  it.each([
    ['another site', { host, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site in an old browser', { host, origin: 'https://evil.example' }],
    ['another host of the same site, which SameSite lets through', { host, origin: 'https://blog.exchange.example', 'sec-fetch-site': 'same-site' }],
    ['a page that begins like ours', { host, origin: 'https://desk.exchange.example.evil.example', 'sec-fetch-site': 'cross-site' }],
    ['ours without encryption', { host: 'other', origin: 'http://desk.exchange.example' }],
    ['a sandboxed frame or a file', { host, origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed frame in an old browser', { host, origin: 'null' }],
    ['a browser that hides where it comes from', { host, 'sec-fetch-site': 'cross-site' }],
    ['a form of another site that a browser sends without Origin', { host, 'sec-fetch-site': 'same-site' }],
    ['a link or the address bar', { host, 'sec-fetch-site': 'none' }],
    ['headers that contradict each other', { host, origin: 'https://desk.exchange.example', 'sec-fetch-site': 'cross-site' }],
    ['something that is no origin', { host, origin: 'desk.exchange.example' }],
  ])('is refused: %s', (_name, headers) => { expect(isOwn({ headers })).toBe(false); });
});
