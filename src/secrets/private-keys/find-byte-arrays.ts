import type { Finding } from '../finding.ts';
import { nearestKind, type Place } from '../reading/nearest-mention.ts';
import type { ReadText } from '../reading/read-text.ts';

/** One class only, so that a long list is read once. */
const NUMBERS = /[\d\s,]+/g;
const SHORTEST = 32 * 2 - 1;
const KEY_WORDS = new Set(['private_key', 'seed', 'api_secret', 'on_chain'] as const);
const WITHIN = 120;

/** Key pairs as arrays of bytes, as Solana's tools write them: 64 numbers up to 255, or 32 that are called a key. */
export function findByteArrays(read: ReadText): Finding[] {
  const found: Finding[] = [];
  for (const { 0: list, index } of read.text.matchAll(NUMBERS)) {
    if (list.length < SHORTEST) continue;
    const start = index + list.length - list.trimStart().length;
    const numbers = list.trim().replace(/,$/, '').split(',').map((one) => one.trim());
    if (!numbers.every((one) => /^\d{1,3}$/.test(one) && Number(one) <= 255)) continue;
    const place = withBrackets(read.text, { start, end: index + list.trimEnd().length });
    const named = (): boolean => numbers.length === 32 && nearestKind(read, place, KEY_WORDS, WITHIN) === 'private_key';
    if (numbers.length === 64 || named()) found.push({ kind: 'private_key', ...place, reason: 'private key as an array of bytes' });
  }
  return found;
}

function withBrackets(text: string, { start, end }: Place): Place {
  const bracketed = text.charAt(start - 1) === '[' && text.charAt(end) === ']';
  return bracketed ? { start: start - 1, end: end + 1 } : { start, end };
}
