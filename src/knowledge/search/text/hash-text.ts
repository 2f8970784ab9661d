/**
 * Hashes of words, pairs and n-grams: FNV-1a over UTF-16 code units, finished by MurmurHash3's last
 * step, which spreads FNV's weak low bits. Seeds keep the kinds of features apart.
 */
const FNV_PRIME = 0x01000193;

export function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = extendHash(hash, text.charCodeAt(i));
  return hash;
}

/** The hash of a text that is one code unit longer. */
export function extendHash(hash: number, codeUnit: number): number {
  return Math.imul(hash ^ codeUnit, FNV_PRIME);
}

/** Hash of two things in this order. */
export function joinHashes(first: number, second: number, seed: number): number {
  return Math.imul(Math.imul(first ^ seed, 0x27d4eb2d) ^ second, FNV_PRIME);
}

/** Unsigned, 32 bits, evenly spread. */
export function finishHash(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
