import { describe, expect, it } from '@jest/globals';
import { certainValues, macroCandidates } from './macro-values.ts';
import { aConversation, aHearing, aMe, anEntity, aTurn } from './testing.ts';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const fill = (...events: Parameters<typeof certainValues>[1]) => {
  const candidates = macroCandidates(events, aConversation({ caseNumber: 'V-7' }), aMe({ name: 'Ana' }), 'Acme');
  return { candidates, values: certainValues(candidates, events) };
};

describe('what fills a macro in', () => {
  it('is the case, the agent, the exchange, and what the contact named once', () => {
    const { values } = fill(aTurn(3, 2, { entities: [anEntity('transaction', HASH), anEntity('amount', '0.5 BTC'), anEntity('network', 'TRC20')] }));
    expect(values).toEqual({ 'case.number': 'V-7', 'agent.name': 'Ana', 'exchange.name': 'Acme', txid: HASH, amount: '0.5 BTC', coin: 'BTC', network: 'TRC20' });
  });

  it('is left to the agent where the contact named several, the latest first', () => {
    const { values, candidates } = fill(aTurn(3, 2, { entities: [anEntity('transaction', HASH)] }), aHearing(5, 4, { entities: [anEntity('transaction', OTHER)] }));
    expect(values.txid).toBeUndefined();
    expect(candidates.txid).toEqual([OTHER, HASH]);
  });

  it('is never an address that fails its checksum', () => {
    const { values, candidates } = fill(aTurn(3, 2, { entities: [anEntity('address', '0xabc', { text: '0xAbC', checksum: 'invalid' })] }));
    expect(values.address).toBeUndefined();
    expect(candidates.address).toEqual(['0xAbC']);
  });

  it('counts what was said twice as one', () => {
    const said = aTurn(3, 2, { entities: [anEntity('coin', 'BTC'), anEntity('amount', '2 BTC')] });
    expect(fill(said, said).values).toMatchObject({ coin: 'BTC', amount: '2 BTC' });
  });
});
