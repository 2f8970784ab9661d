import { crc32 } from 'node:zlib';
import { blake2b } from '@noble/hashes/blake2.js';
import { sha512_256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base32nopad, base58xmr, base64url } from '@scure/base';
import type { Checksum } from '../../../domain/entities.ts';
import { decodeBase58 } from './base58.ts';
import { crc16 } from './crc16.ts';
import { equalBytes } from './equal-bytes.ts';

/** Version bytes of accounts (G), muxed accounts (M) and contracts (C). */
const STELLAR_VERSIONS = [6 << 3, 12 << 3, 2 << 3];
const SS58_PREFIX = new TextEncoder().encode('SS58PRE');
/** Main network: standard, integrated, subaddress. */
const MONERO_VERSIONS = [18, 19, 42];

/** Strkey: version, key and CRC-16 in base 32. SEP-23. */
export function checkStellarAddress(address: string): Checksum {
  const bytes = attempt(() => base32nopad.decode(address));
  if (!bytes || !STELLAR_VERSIONS.includes(bytes[0] ?? 0)) return 'invalid';
  const crc = crc16(bytes.subarray(0, -2));
  return equalBytes(bytes.subarray(-2), [crc & 0xff, crc >> 8]) ? 'valid' : 'invalid';
}

/** User-friendly form: flags, workchain, account and CRC-16 in base64url, or in base64 proper. TEP-2. */
export function checkTonAddress(address: string): Checksum {
  const bytes = attempt(() => base64url.decode(address.replaceAll('+', '-').replaceAll('/', '_')));
  const flags = (bytes?.[0] ?? 0) & 0x7f;
  if (bytes?.length !== 36 || (flags !== 0x11 && flags !== 0x51)) return 'invalid';
  const crc = crc16(bytes.subarray(0, 34));
  return equalBytes(bytes.subarray(34), [crc >> 8, crc & 0xff]) ? 'valid' : 'invalid';
}

/** Network prefix below 64 in one byte, account, two bytes of BLAKE2b-512. https://docs.polkadot.com/polkadot-protocol/parachain-basics/accounts/ */
export function checkSs58(address: string, prefixes: readonly number[]): Checksum | undefined {
  const bytes = decodeBase58(address);
  if (bytes?.length !== 35 || !prefixes.includes(bytes[0] ?? -1)) return undefined;
  const input = new Uint8Array([...SS58_PREFIX, ...bytes.subarray(0, 33)]);
  return equalBytes(blake2b(input).subarray(0, 2), bytes.subarray(33)) ? 'valid' : 'invalid';
}

/**
 * Cardano's first addresses: CBOR of [tagged bytes, CRC-32] in base 58, no version.
 * https://input-output-hk.github.io/cardano-wallet/concepts/byron-address-format
 */
export function checkByronAddress(address: string): Checksum {
  const bytes = decodeBase58(address);
  // 82: array of two; d8 18: tag 24; 58 nn: nn bytes; 1a: 32 bit number.
  if (!bytes || !equalBytes(bytes.subarray(0, 4), [0x82, 0xd8, 0x18, 0x58])) return 'invalid';
  const end = 5 + (bytes[4] ?? 0);
  if (bytes[end] !== 0x1a || bytes.length !== end + 5) return 'invalid';
  return crc32(bytes.subarray(5, end)) === new DataView(bytes.buffer, bytes.byteOffset + end + 1).getUint32(0) ? 'valid' : 'invalid';
}

/** Network byte, two keys (and a payment id), four bytes of Keccak-256, in base 58 by blocks of eight bytes. https://docs.getmonero.org/public-address/standard-address/ */
export function checkMoneroAddress(address: string): Checksum {
  const bytes = attempt(() => base58xmr.decode(address));
  if (!bytes || !MONERO_VERSIONS.includes(bytes[0] ?? 0)) return 'invalid';
  return equalBytes(keccak_256(bytes.subarray(0, -4)).subarray(0, 4), bytes.subarray(-4)) ? 'valid' : 'invalid';
}

/** Public key and the last four bytes of its SHA-512/256 in base 32. https://developer.algorand.org/docs/get-details/accounts/ */
export function checkAlgorandAddress(address: string): Checksum {
  const bytes = attempt(() => base32nopad.decode(address));
  if (bytes?.length !== 36) return 'invalid';
  return equalBytes(sha512_256(bytes.subarray(0, 32)).subarray(-4), bytes.subarray(32)) ? 'valid' : 'invalid';
}

function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
