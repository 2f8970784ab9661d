import type { Finding } from '../finding.ts';
import type { Place } from '../reading/nearest-mention.ts';
import type { ReadText } from '../reading/read-text.ts';

const CIPHERTEXT = /["'“”]ciphertext["'“”]/i;
const KDF = /["'“”]kdf(?:params)?["'“”]/i;

/**
 * Keystore files (Web3 Secret Storage): an object with an encrypted key and how its password is stretched. One
 * that is cut off ends with the text. Braces inside strings are not looked for: a keystore has none.
 */
export function findKeystores({ text }: ReadText): Finding[] {
  if (!CIPHERTEXT.test(text) || !KDF.test(text)) return [];
  return outermostObjects(text)
    .filter(({ start, end }) => CIPHERTEXT.test(text.slice(start, end)))
    .map((place) => ({ kind: 'private_key', ...place, reason: 'keystore file' }));
}

function outermostObjects(text: string): Place[] {
  const found: Place[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ start, end: index + 1 });
    }
  }
  return depth > 0 ? [...found, { start, end: text.length }] : found;
}
