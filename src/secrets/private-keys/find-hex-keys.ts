import type { Finding } from '../finding.ts';
import type { ContextKind } from '../reading/context-words.ts';
import { nearestKind } from '../reading/nearest-mention.ts';
import { isInside, type ReadText } from '../reading/read-text.ts';

const HEX = /^(?:0[xX])?([0-9a-fA-F]+)$/;
const LONGEST = 130;
/** How far the words may be away, in UTF-16 units. */
const WITHIN = 120;

const DECIDING: ReadonlySet<ContextKind> = new Set(['private_key', 'seed', 'api_secret', 'on_chain', 'api_key', 'other_code']);

/**
 * 64 or 128 hexadecimal digits are a private key or a transaction id, and nothing in them tells: the nearest
 * words decide. Where none do it is left alone, as most are transaction ids, and the assistant asks.
 */
export function findHexKeys(read: ReadText): Finding[] {
  const found: Finding[] = [];
  for (const place of read.tokens) {
    const length = place.end - place.start;
    const digits = length <= LONGEST ? HEX.exec(read.text.slice(place.start, place.end))?.[1]?.length : undefined;
    if ((digits !== 64 && digits !== 128) || isInside(place.start, read.urls)) continue;
    const called = nearestKind(read, place, DECIDING, WITHIN);
    if (called === 'api_secret') found.push({ kind: 'api_secret', ...place, reason: `${digits} hexadecimal digits called a secret` });
    else if (called === 'private_key' || called === 'seed') found.push({ kind: 'private_key', ...place, reason: `${digits} hexadecimal digits called a private key` });
  }
  return found;
}
