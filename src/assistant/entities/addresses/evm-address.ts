import { keccak_256 } from '@noble/hashes/sha3.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Checksum } from '../../../domain/entities.ts';

/** EIP-55: a letter is in upper case where the hash of the address has a high digit. In one case throughout there is no checksum. */
export function checkEvmAddress(address: string): Checksum {
  const digits = address.slice(2);
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return 'none';
  const hash = keccak_256(utf8ToBytes(lower));
  const isRight = Array.from(digits).every((digit, i) => {
    const nibble = ((hash[i >> 1] ?? 0) >> (i % 2 === 0 ? 4 : 0)) & 0xf;
    return digit === (nibble >= 8 ? digit.toUpperCase() : digit.toLowerCase());
  });
  return isRight ? 'valid' : 'invalid';
}
