import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a number read aloud or copied by hand is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A case number such as `7K3M-92QX`: 40 random bits, short enough to say on the telephone. */
export function createCaseNumber(): string {
  const digits = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
