import type { Place } from './nearest-mention.ts';

/** Keys, ids and addresses are longer than words. */
const SHORTEST = 20;

/** Runs of ASCII letters and digits of at least 20, in order. */
export function findTokens(text: string): readonly Place[] {
  const tokens: Place[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (isAlphanumeric(text.charCodeAt(at))) continue;
    if (at - start >= SHORTEST) tokens.push({ start, end: at });
    start = at + 1;
  }
  return tokens;
}

/** False for the end of the text, too. */
function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5A) || (unit >= 0x61 && unit <= 0x7A);
}
