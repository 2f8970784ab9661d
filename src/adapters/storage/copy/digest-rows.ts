import { createHash } from 'node:crypto';
import type { Row } from './rows-in-pieces.ts';

export interface Digest {
  readonly rows: number;
  /** 64 hexadecimal digits, the same for the same rows in any order. */
  readonly checksum: string;
}

/** Sums are kept within 256 bits. */
const MODULUS = 2n ** 256n;

/**
 * A checksum that does not depend on the order of rows, which two databases may keep differently: the
 * sum of the rows' hashes (AdHash: Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing",
 * EUROCRYPT 1997). A sum and not an exclusive or, so that a row which stands there twice is seen.
 */
export function createDigest(): { add(rows: readonly Row[]): void; read(): Digest } {
  let count = 0;
  let sum = 0n;
  return {
    add(rows) {
      for (const row of rows) {
        count += 1;
        sum = (sum + BigInt(`0x${hashRow(row)}`)) % MODULUS;
      }
    },
    read: () => ({ rows: count, checksum: sum.toString(16).padStart(64, '0') }),
  };
}

/** Text, number, bytes and nothing are told apart, and where one cell ends and the next begins. */
function hashRow(row: Row): string {
  const canonical = row.map((cell) => (cell instanceof Uint8Array ? { sha256: createHash('sha256').update(cell).digest('hex') } : cell));
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
