import { describe, expect, it } from '@jest/globals';
import { createReadOrigin, isNetworkList, type TrustedProxies } from './client-address.ts';

function read(trusted: TrustedProxies | undefined, peer: string, forwarded?: string) {
  let warned = 0;
  const origin = createReadOrigin(trusted, () => { warned += 1; })({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress: peer } });
  return { ...origin, warned };
}

describe('where a request comes from', () => {
  it.each<[TrustedProxies | undefined, string, string | undefined, string]>([
    [undefined, '203.0.113.7', undefined, '203.0.113.7'],
    [undefined, '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    [undefined, '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    [1, '10.0.0.2', '198.51.100.1', '198.51.100.1'],
    [1, '10.0.0.2', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    [2, '10.0.0.2', '6.6.6.6, 198.51.100.1, 192.0.2.9', '198.51.100.1'],
    [3, '10.0.0.2', '198.51.100.1', '198.51.100.1'],
    [['10.0.0.0/8'], '10.0.0.2', '6.6.6.6, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    [['10.0.0.0/8'], '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    [['10.0.0.0/8', 'fd00::/8'], 'fd00::1', '198.51.100.1:4711', '198.51.100.1'],
    [1, '10.0.0.2', '2001:0DB8:0:1:aaaa::5', '2001:db8:0:1::/64'],
    [1, '10.0.0.2', '[2001:db8::5]:443', '2001:db8:0:0::/64'],
  ])('trusting %j, from %s with %s it is %s', (trusted, peer, forwarded, address) => {
    expect(read(trusted, peer, forwarded)).toMatchObject({ address, isLocal: false, warned: 0 });
  });

  it('is a tool of whoever runs the machine where it comes from the machine itself, and no proxy brought it', () => {
    expect(read(undefined, '127.0.0.1')).toMatchObject({ isLocal: true });
    expect(read(1, '::1')).toMatchObject({ isLocal: true });
    expect(read(1, '127.0.0.1', '203.0.113.7')).toMatchObject({ address: '203.0.113.7', isLocal: false });
  });

  it('is unknown behind a proxy that nobody named, which is said once', () => {
    expect(read(undefined, '172.18.0.4', '203.0.113.7')).toEqual({ address: null, isLocal: false, warned: 1 });
    expect(read(undefined, '127.0.0.1', '127.0.0.1')).toMatchObject({ isLocal: false });
  });

  it('is unknown where a proxy sends what is no address', () => {
    expect(read(1, '10.0.0.2', 'unknown')).toMatchObject({ address: null, isLocal: false });
    expect(read(1, '10.0.0.2', `${'1,'.repeat(500)}x`)).toMatchObject({ address: null });
  });

  it.each([[['10.0.0.0/8'], true], [['192.0.2.7', '::1/128'], true], [['10.0.0.0/33'], false], [['proxy'], false], [['1.2.3.4/8/8'], false]])('takes %j as a list of networks: %s', (list, right) => {
    expect(isNetworkList(list)).toBe(right);
  });
});
