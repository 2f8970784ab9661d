import type { Checksum } from '../../../domain/entities.ts';

const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n] as const;
const PREFIX = 'bitcoincash';

/**
 * Bitcoin Cash's CashAddr, with or without its prefix: a BCH code over the prefix and the words.
 * https://github.com/bitcoincashorg/bitcoincash.org/blob/master/spec/cashaddr.md
 */
export function checkCashAddress(address: string): Checksum {
  const body = address.slice(address.indexOf(':') + 1);
  // Either case is allowed, a mixture is not.
  if (body !== body.toLowerCase() && body !== body.toUpperCase()) return 'invalid';
  const words = Array.from(body.toLowerCase(), (letter) => CHARSET.indexOf(letter));
  if (words.includes(-1)) return 'invalid';
  return polymod([...Array.from(PREFIX, (letter) => letter.charCodeAt(0) & 0x1f), 0, ...words]) === 0n ? 'valid' : 'invalid';
}

function polymod(words: readonly number[]): bigint {
  let checksum = 1n;
  for (const word of words) {
    const top = checksum >> 35n;
    checksum = ((checksum & 0x07ffffffffn) << 5n) ^ BigInt(word);
    GENERATORS.forEach((generator, bit) => { if ((top >> BigInt(bit)) & 1n) checksum ^= generator; });
  }
  return checksum ^ 1n;
}
