import type { Finding } from '../finding.ts';
import type { Place } from '../reading/nearest-mention.ts';
import type { ReadText } from '../reading/read-text.ts';

/** Phones make long dashes of two short ones, so dashes are not asked for by number. */
const BEGIN = /BEGIN[A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?|PuTTY-User-Key-File/g;
const END = /END[A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?|Private-MAC: ?[0-9a-f]+/g;
const DASHES = /[-–—−]/;

/**
 * Key files pasted as they are: PEM, OpenSSH, PGP, PuTTY. A block that is cut off ends with the text, one
 * whose beginning is missing begins with its first line of base64.
 */
export function findKeyBlocks({ text }: ReadText): Finding[] {
  const found: Finding[] = [];
  const ends = Array.from(text.matchAll(END), ({ 0: end, index }) => ({ start: index, end: index + end.length }));
  let from = 0;
  let next = 0;
  for (const { 0: begin, index } of text.matchAll(BEGIN)) {
    if (index < from) continue;
    while (next < ends.length && ends[next]!.start < index) next += 1;
    const end = ends[next];
    from = end?.end ?? text.length;
    found.push(block(text, { start: overDashes(text, index, -1), end: end ? overDashes(text, end.end, 1) : endOfBase64(text, index + begin.length) }));
  }
  if (found.length === 0 && ends[0]) found.push(block(text, { start: startOfBase64(text, ends[0].start), end: overDashes(text, ends[0].end, 1) }));
  return found;
}

function block(text: string, { start, end }: Place): Finding {
  return { kind: 'private_key', start, end: start + text.slice(start, end).trimEnd().length, reason: 'private key block' };
}

function overDashes(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (DASHES.test(text.charAt(step === 1 ? at : at - 1))) at += step;
  return at;
}

const BASE64 = /[A-Za-z0-9+/=]/;
/** A word of prose is shorter than what a line of a key has without a blank. */
const SHORTEST_LINE = 24;

/** Headers may stand between the first line and the key. */
const LONGEST_HEADER = 200;

/** Where a block that is cut off ends: after its last piece that is too long for a word, and what is left of a line after it. */
function endOfBase64(text: string, from: number): number {
  const first = overDashes(text, from, 1);
  let end = first;
  let inKey = false;
  for (const { 0: piece, index } of text.slice(first).matchAll(/[A-Za-z0-9+/=]+/g)) {
    const start = first + index;
    if (start - end > LONGEST_HEADER) break;
    const isRest = inKey && /^\s*$/.test(text.slice(end, start)) && /^(?:[\s\uFFFC]|$)/.test(text.charAt(start + piece.length)) && /[A-Z0-9+/=]/.test(piece);
    if (piece.length < SHORTEST_LINE && !isRest) {
      inKey = false;
      continue;
    }
    inKey = piece.length >= SHORTEST_LINE;
    end = start + piece.length;
  }
  return end;
}

/** Where a block without its first line begins: before the pieces that are too long for words, and the last of any length. */
function startOfBase64(text: string, from: number): number {
  let start = overDashes(text, from, -1);
  for (let isLast = true; ; isLast = false) {
    let end = start;
    while (/\s/.test(text.charAt(end - 1))) end -= 1;
    let at = end;
    while (at > 0 && BASE64.test(text.charAt(at - 1))) at -= 1;
    if (at === end || (!isLast && end - at < SHORTEST_LINE)) return start;
    start = at;
  }
}
