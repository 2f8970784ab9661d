import { sha256 } from '@noble/hashes/sha2.js';
import { base58, base58xrp, createBase58check } from '@scure/base';

/** Base58check is proof: one in four billion strings passes by chance. */
const base58check = createBase58check(sha256);

/** What a form says without its checksum: with a typo it is a key all the same, and nothing else looks like it. */
const FORMS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^[a-zA-Z]prv[1-9A-HJ-NP-Za-km-z]{90,110}$/, reason: 'extended private key' },
  { pattern: /^6P[1-9A-HJ-NP-Za-km-z]{56}$/, reason: 'BIP-38 encrypted key' },
  { pattern: /^edsk[1-9A-HJ-NP-Za-km-z]{50}(?:[1-9A-HJ-NP-Za-km-z]{44})?$/, reason: 'Tezos secret key' },
];

/**
 * What kind of private key a string of letters and digits is, if it is one that its own form proves.
 * Costs about 5 µs for a string of a key's length.
 */
export function base58Key(token: string): string | undefined {
  const form = FORMS.find(({ pattern }) => pattern.test(token));
  if (form) return form.reason;
  if (token.length >= 49 && token.length <= 53) return isWif(decode(() => base58check.decode(token))) ? 'WIF private key' : undefined;
  if (token.length >= 107 && token.length <= 113) return isExtendedKey(decode(() => base58check.decode(token))) ? 'extended private key' : undefined;
  return token.startsWith('s') && token.length >= 25 && token.length <= 33 && isXrpSeed(token) ? 'XRP seed' : undefined;
}

function decode(run: () => Uint8Array): Uint8Array | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** A version of one byte, the key, and 01 where its public key is compressed; of any coin. */
function isWif(payload: Uint8Array | undefined): boolean {
  return payload?.length === 33 || (payload?.length === 34 && payload[33] === 1);
}

/** BIP-32: 78 bytes, of which byte 45 is zero before a private key and 2 or 3 in a public one. */
function isExtendedKey(payload: Uint8Array | undefined): boolean {
  return payload?.length === 78 && payload[45] === 0;
}

/** XRP Ledger: version 21 or, for ed25519, 01 E1 4B; 16 bytes; checksum. Its base58 has an alphabet of its own. */
function isXrpSeed(token: string): boolean {
  const bytes = decode(() => base58xrp.decode(token));
  if (!bytes || !(bytes.length === 21 && bytes[0] === 0x21) && !(bytes.length === 23 && bytes[0] === 1 && bytes[1] === 0xE1 && bytes[2] === 0x4B)) return false;
  const body = bytes.subarray(0, -4);
  const checksum = sha256(sha256(body));
  return bytes.subarray(-4).every((byte, i) => byte === checksum[i]);
}

/** 64 bytes of base58, as a Solana key pair and a Solana signature are; undefined for anything else. */
export function decode64Bytes(token: string): Uint8Array | undefined {
  if (token.length < 80 || token.length > 88) return undefined;
  const bytes = decode(() => base58.decode(token));
  return bytes?.length === 64 ? bytes : undefined;
}
