import { base58, base58xrp } from '@scure/base';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Checksum } from '../../../domain/entities.ts';
import { equalBytes } from './equal-bytes.ts';

const CHECKSUM_BYTES = 4;

/** Bytes of a base 58 string in Bitcoin's alphabet or Ripple's; undefined where a letter is not of it. Quadratic: for short strings. */
export function decodeBase58(text: string, alphabet: 'bitcoin' | 'ripple' = 'bitcoin'): Uint8Array | undefined {
  try {
    return (alphabet === 'bitcoin' ? base58 : base58xrp).decode(text);
  } catch {
    return undefined;
  }
}

/**
 * Base58Check as Bitcoin has it: version, payload and the first four bytes of the double SHA-256.
 * https://en.bitcoin.it/wiki/Base58Check_encoding
 * @param versions version bytes that the network gives to addresses.
 * @param payload bytes between version and checksum.
 */
export function checkBase58({ address, versions, payload = 20, alphabet = 'bitcoin' }: {
  address: string; versions: readonly (readonly number[])[]; payload?: number; alphabet?: 'bitcoin' | 'ripple';
}): Checksum {
  const bytes = decodeBase58(address, alphabet);
  if (!bytes) return 'invalid';
  const body = bytes.subarray(0, -CHECKSUM_BYTES);
  const hasVersion = versions.some((version) => body.length === version.length + payload && equalBytes(body.subarray(0, version.length), version));
  return hasVersion && equalBytes(sha256(sha256(body)).subarray(0, CHECKSUM_BYTES), bytes.subarray(-CHECKSUM_BYTES)) ? 'valid' : 'invalid';
}
