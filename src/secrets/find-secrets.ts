import { secretMarker, type FoundSecret } from '../domain/secrets.ts';
import { findGivenSecrets } from './api-secrets/find-given-secrets.ts';
import { findTokenForms } from './api-secrets/find-token-forms.ts';
import { findUrlSecrets } from './api-secrets/find-url-secrets.ts';
import { findCards } from './find-cards.ts';
import type { Finder } from './finding.ts';
import { findCodes } from './given/find-codes.ts';
import { findPasswords } from './given/find-passwords.ts';
import { mergeSecrets } from './merge-secrets.ts';
import { findByteArrays } from './private-keys/find-byte-arrays.ts';
import { findEncodedKeys } from './private-keys/find-encoded-keys.ts';
import { findHexKeys } from './private-keys/find-hex-keys.ts';
import { findKeyBlocks } from './private-keys/find-key-blocks.ts';
import { findKeystores } from './private-keys/find-keystores.ts';
import { readText } from './reading/read-text.ts';
import { findSeedPhrases } from './seed-phrases/find-seed-phrases.ts';

/** Every sort of secret; a new one is a file and a line here. */
const FINDERS: readonly Finder[] = [
  findSeedPhrases, findEncodedKeys, findByteArrays, findHexKeys, findKeyBlocks, findKeystores, findPasswords, findCodes, findGivenSecrets, findTokenForms, findUrlSecrets, findCards,
];

/**
 * What must never be stored, in order and not overlapping. Linear in the length of the text; a message takes
 * about 0.05 ms, the first one 50 ms more for the tables, and the first with a Solana signature 25.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  return redact(text).secrets;
}

/** Two rounds are the rule: one that finds and one that finds nothing more. No message seen yet needs more than three. */
const MAX_ROUNDS = 8;
/** Longer than any message that is let in. What is longer gets one round, so that no text takes long. */
const LONGEST_MESSAGE = 8_000;

/**
 * Finds and replaces until nothing more is found: with a secret gone, what stood beyond it moves nearer to the
 * words that name it, and whoever reads the stored text again must find nothing new.
 */
export function redact(text: string): { text: string; secrets: readonly FoundSecret[] } {
  let secrets: readonly FoundSecret[] = [];
  let redacted = text;
  for (let round = 0; round < (text.length > LONGEST_MESSAGE ? 1 : MAX_ROUNDS); round++) {
    const found = findOnce(redacted);
    if (found.length === 0) break;
    secrets = mergeSecrets([...secrets, ...found.map((one) => toOriginal(one, secrets))]);
    redacted = replace(text, secrets);
  }
  return { text: redacted, secrets };
}

function findOnce(text: string): readonly FoundSecret[] {
  const read = readText(text);
  return mergeSecrets(FINDERS.flatMap((find) => find(read)).map((finding) => ({ ...finding, ...read.toSource(finding.start, finding.end) })));
}

function replace(text: string, secrets: readonly FoundSecret[]): string {
  let redacted = '';
  let at = 0;
  for (const { kind, start, end } of secrets) {
    redacted += text.slice(at, start) + secretMarker(kind);
    at = end;
  }
  return redacted + text.slice(at);
}

/** The place in the original text of a secret found in a text in which the earlier ones are markers. */
function toOriginal(secret: FoundSecret, earlier: readonly FoundSecret[]): FoundSecret {
  return { ...secret, start: originalPlace(secret.start, earlier, 'start'), end: originalPlace(secret.end, earlier, 'end') };
}

function originalPlace(place: number, earlier: readonly FoundSecret[], side: 'start' | 'end'): number {
  let shift = 0;
  for (const one of earlier) {
    const start = one.start + shift;
    const end = start + secretMarker(one.kind).length;
    if (place <= start) break;
    // Inside a marker is inside the whole secret.
    if (place < end) return side === 'start' ? one.start : one.end;
    shift = end - one.end;
  }
  return place - shift;
}
