import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recogniseToken, type TokenHints } from './recognise-token.ts';

const nothing: TokenHints = { role: undefined, chains: [] };

/** From the documents that define each format, or well known on the chain (the genesis output, USDT's contract). */
const VALID: Readonly<Record<string, readonly string[]>> = {
  // BIP-173, BIP-350
  'bitcoin': ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', 'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y', 'tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy'],
  'litecoin': ['LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1', 'MQMcJhpWHYVeQArcZR3sBgyPZxxRtnH441', 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
  'dogecoin': ['DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L'],
  'dash': ['XpESxaUmonkq8RaLLp46Brx2K39ggQe226', '7gnwGHt17heGpG9Crfeh4KGpYNFugPhJdh'],
  // CashAddr specification
  'bitcoin-cash': ['bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a', 'bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq'],
  // EIP-55
  'ethereum': ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb'],
  'tron': ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8'],
  // XRPL documentation, XLS-5
  'xrp': ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', 'r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59', 'X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ', 'T7oKJ3q7s94kDH6tpkBowhetT1JKfcfdSCmAXbS75iATyLD'],
  // SEP-23
  'stellar': ['GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ', 'MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ', 'CA3D5KRYM6CB7OWQ6TWYRR3Z4T7GNZLKERYNZGGA5SOAOPIFY6YQGAXE'],
  // TON documentation
  'ton': ['EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF', 'UQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPuwA', 'Ef8zMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzM0vF'],
  // CIP-19, cardano-wallet
  'cardano': ['addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x', 'addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8', 'stake1uyehkck0lajq8gr28t9uxnuvgcqrc6070x3k9r8048z8y5gh6ffgw', 'addr_test1vz2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzerspjrlsz', 'Ae2tdPwUPEZFRbyhz3cpfC2CumGzNkFBN2L42rcUc2yjQpEkxDbkPodpMAi', 'DdzFFzCqrhsrcTVhLygT24QwTnNqQqQ8mZrq5jykUzMveU26sxaH529kMpo7VhPrt5pwW3dXeB2k3EEvKcNBRmzCfcQ7dTkyGzTs658C'],
  // Substrate's well-known Alice
  'polkadot': ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
  'kusama': ['HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F'],
  'cosmos': ['cosmos1fl48vsnmsdzcv85q5d2q4z5ajdha8yu34mf0eh'],
  'osmosis': ['osmo1fl48vsnmsdzcv85q5d2q4z5ajdha8yu3aq6l09'],
  'bnb': ['bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h2'],
  'monero': ['44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A', '888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H', '4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK'],
  'algorand': ['VCMJKWOY5P5P7SKMZFFOCEROPJCZOTIJMNIYNUCKH7LRO45JMJP6UYBIJA'],
  'tezos': ['tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb', 'KT1PWx2mnDueood7fEmfbBDKx1D9BAnnXitn'],
  'zcash': ['t1Hsc1LR8yKnbbe3twRp88p6vFfC5t7DLbs', 't3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9ojd'],
};
const ROWS = Object.entries(VALID).flatMap(([network, addresses]) => addresses.map((address) => [network, address] as const));

/** Each place behind the beginning with its letter exchanged for another one that the address has. */
function mistypings(address: string): string[] {
  const from = address.includes(':') ? 14 : 10;
  return Array.from({ length: address.length - from }, (_, i) => {
    const at = from + i;
    const letter = address.charAt(at);
    const other = Array.from(address.slice(from)).find((each) => each.toLowerCase() !== letter.toLowerCase());
    return `${address.slice(0, at)}${other}${address.slice(at + 1)}`;
  });
}

describe('recognising addresses', () => {
  it.each(ROWS)('knows the %s address %s', (network, address) => {
    expect(recogniseToken(address, nothing)).toMatchObject({ kind: 'address', network, checksum: 'valid', confidence: 0.99 });
  });

  it.each(ROWS)('sees any one letter changed in the %s address %s', (network, address) => {
    for (const mistyped of mistypings(address)) {
      expect([mistyped, recogniseToken(mistyped, nothing)]).toMatchObject([mistyped, { kind: 'address', network, checksum: 'invalid' }]);
    }
  });

  it('refuses bech32 where the witness version wants bech32m', () => {
    expect(recogniseToken('bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', nothing)).toMatchObject({ network: 'bitcoin', checksum: 'invalid' });
    // BIP-350's invalid vectors: version 1 with bech32, version 0 with bech32m.
    expect(recogniseToken('bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', nothing)).toMatchObject({ checksum: 'invalid' });
    expect(recogniseToken('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh', nothing)).toMatchObject({ checksum: 'invalid' });
  });

  it.each(['0x52908400098527886E0F7030069857D2E4169EE7', '0xde709f2102306220921060314715629080e2fb77'])('finds no checksum in %s, written in one case', (address) => {
    expect(recogniseToken(address, nothing)).toMatchObject({ network: 'ethereum', checksum: 'none', value: address.toLowerCase() });
  });

  it('calls an EVM address with a digit too few or too many mistyped', () => {
    expect(recogniseToken('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae', nothing)).toMatchObject({ checksum: 'invalid' });
    expect(recogniseToken('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaedd', nothing)).toMatchObject({ checksum: 'invalid' });
  });

  it('calls an address with letters that its alphabet lacks mistyped', () => {
    expect(recogniseToken('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN0', nothing)).toMatchObject({ network: 'bitcoin', checksum: 'invalid' });
    expect(recogniseToken('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6O', nothing)).toMatchObject({ network: 'tron', checksum: 'invalid' });
  });

  it.each(['EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'So11111111111111111111111111111111111111112'])('knows the Solana account %s by its 32 bytes', (address) => {
    expect(recogniseToken(address, nothing)).toMatchObject({ kind: 'address', network: 'solana', checksum: 'none' });
  });

  it.each([
    'pneumonoultramicroscopicsilicovolcanoconiosis', 'Donaudampfschifffahrtsgesellschaft', '12345678901234567890123456789012345', 'ffffffffffffffffffffffffffffffff',
    'thequickbrownfoxjumpsoverthelazydog', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'qualquercoisaescritajuntasemespacosnenhuns1', '550e8400e29b41d4a716446655440000',
  ])('takes %s for nothing', (token) => {
    expect(recogniseToken(token, nothing)).toBeUndefined();
  });

  it('hardly ever takes a random string of letters and digits for a valid address', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-zA-Z0-9]{25,60}$/), (token) => recogniseToken(token, nothing)?.checksum !== 'valid'), { numRuns: 2_000, seed: 7 });
  });
});

describe('recognising transactions', () => {
  const hash = 'f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16';
  // Solana documentation
  const signature = '5h6xBEauJ3PK6SWCZ1PGjBvj8vDdWG3KpwATGy1ARAXFSDwt8GFXM7W5Ncn16wmqokgpiKRLuS83KUxyZyv2sUYv';

  it.each<[string, string, TokenHints, object]>([
    ['64 hexadecimal digits', hash, nothing, { network: 'bitcoin' }],
    ['the same in a text about Tron', hash, { role: undefined, chains: ['tron'] }, { network: 'tron' }],
    ['the same about Cardano', hash, { role: 'transaction', chains: ['ethereum', 'cardano'] }, { network: 'cardano' }],
    ['upper case', hash.toUpperCase(), nothing, { network: 'xrp', value: hash }],
    ['0x', `0x${hash}`, nothing, { network: 'ethereum', value: `0x${hash}` }],
    ['0x in a text about Sui', `0x${hash}`, { role: 'transaction', chains: ['sui'] }, { network: 'sui' }],
    ['a signature of Solana', signature, nothing, { network: 'solana', value: signature }],
    ['32 bytes in base 64', '/E4jcbrHS8wnvDfNEqkxvR9TIEE1RTBDxAzWVbCAQ1g=', nothing, { network: 'ton' }],
    ['52 letters of base 32 beside Algorand', 'CHP5CR4YSR5HOVNHBEGGYQJBUKRUGFTOZLPDXTA4LYVDDOJKZDKA'.padEnd(52, 'A'), { role: 'transaction', chains: ['algorand'] }, { network: 'algorand' }],
    ['a digest of Sui', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', { role: 'transaction', chains: ['sui'] }, { network: 'sui' }],
  ])('knows %s', (_, token, hints, expected) => {
    expect(recogniseToken(token, hints)).toMatchObject({ kind: 'transaction', ...expected });
  });

  it('takes 0x and 64 digits for an account only where an address is spoken of', () => {
    expect(recogniseToken(`0x${hash}`, { role: 'address', chains: ['aptos'] })).toMatchObject({ kind: 'address', network: 'aptos', checksum: 'none' });
    expect(recogniseToken('0'.repeat(64), nothing)).toBeUndefined();
  });
});
