import { describe, expect, it } from '@jest/globals';
import { STANDARD_EXPLORERS } from '../../../domain/explorers.ts';
import { explorerLink, searchLink } from './explorer-link.ts';
import { anEntity } from './testing.ts';

const link = (...given: Parameters<typeof anEntity>): string | null => explorerLink(STANDARD_EXPLORERS, anEntity(...given));

describe('explorerLink', () => {
  it('leads to the site of the network, for transactions and addresses', () => {
    expect(link('transaction', 'ab12', { network: 'bitcoin' })).toBe('https://mempool.space/tx/ab12');
    expect(link('address', 'TXyz', { network: 'tron' })).toBe('https://tronscan.org/#/address/TXyz');
  });

  it('leads nowhere without a network, for a network that no site shows, and for an address that cannot exist', () => {
    expect(link('transaction', 'ab12')).toBeNull();
    expect(link('transaction', 'ab12', { network: 'constructor' })).toBeNull();
    expect(link('address', '0x1', { network: 'ethereum', checksum: 'invalid' })).toBeNull();
    expect(link('url', 'https://scam.example', { network: 'bitcoin' })).toBeNull();
  });

  it('lets nothing that a contact wrote change where it leads', () => {
    expect(link('transaction', '../../$&?x=//evil', { network: 'bitcoin' })).toBe('https://mempool.space/tx/..%2F..%2F%24%26%3Fx%3D%2F%2Fevil');
  });
});

describe('searchLink', () => {
  it('carries the words whole', () => {
    expect(searchLink('a&b "c"')).toBe('/desk/search?q=a%26b%20%22c%22');
  });
});
