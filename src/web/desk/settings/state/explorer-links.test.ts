import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explorersSchema } from '../../../../domain/explorers.ts';
import { isExplorerLink, isNetworkName } from './explorer-links.ts';

const part = fc.constantFrom('https://', 'http://', 'mempool.space', 'Mempool.space', '/tx/', '{id}', ' ', '#/', 'x'.repeat(280), '');
const link = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
const name = fc.oneof(fc.constantFrom('bitcoin', 'bitcoin-cash', 'Bitcoin', '1inch', '', 'a'.repeat(41)), fc.string({ maxLength: 8 }));

describe('explorer links', () => {
  it('are complete exactly where the server takes them', () => {
    fc.assert(fc.property(name, link, (network, transaction) => {
      const isFine = isNetworkName(network) && isExplorerLink(transaction);
      expect(isFine).toBe(explorersSchema.safeParse(Object.fromEntries([[network, { transaction, address: 'https://mempool.space/address/{id}' }]])).success);
    }), { numRuns: 500 });
  });

  it('may have what stands for the id anywhere behind the host', () => {
    expect(isExplorerLink('https://tronscan.org/#/transaction/{id}')).toBe(true);
    expect(isExplorerLink('https://tronscan.org/#/transaction/')).toBe(false);
  });
});
