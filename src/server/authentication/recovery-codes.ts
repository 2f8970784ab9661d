import { randomInt } from 'node:crypto';
import { hashToken } from './tokens.ts';

const COUNT = 10;
/** Without those that are taken for another (0 o, 1 i l, u v). */
const LETTERS = '23456789abcdefghjkmnpqrstwxyz';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Ten codes of 77 random bits each, which is why a plain hash is enough to keep them by. */
export function createRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-'));
}

/** However it is typed: in capitals, with spaces, without hyphens. */
export function hashRecoveryCode(typed: string): string {
  return hashToken(typed.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/g, ''));
}
