import type { Finding } from '../finding.ts';
import type { ReadText } from '../reading/read-text.ts';
import { base58Key, decode64Bytes } from './base58-key.ts';
import { createKeyPairCheck } from './solana-key-pair.ts';
import { isStellarSeed } from './stellar-seed.ts';

const LONGEST_TOKEN = 128;

/** Cut to what base58 and base32 do not have, so that prefixes with hyphens and underscores stay whole. */
const WORD = /[A-Za-z0-9_-]+/g;
/** Keys whose prefix says what they are: Cardano's and others' in bech32, nostr, age, Sui, Zcash, EOS. */
const BECH32 = /^(?:[a-z0-9_]{1,30}_x?sk1|xprv1|nsec1|suiprivkey1|secret-extended-key-(?:main|test)1|age-secret-key-1|age-plugin-[a-z0-9]{1,16}-1)[02-9ac-hj-np-z]{30,300}/i;
const EOS = /^PVT_(?:K1|R1|WA)_[1-9A-HJ-NP-Za-km-z]{40,60}/;
const SHORTEST_PREFIXED = 35;

/** Private keys that prove themselves, whatever the words beside them: by a checksum, a prefix or the curve. */
export function findEncodedKeys({ text, tokens }: ReadText): Finding[] {
  const isKeyPair = createKeyPairCheck();
  const found: Finding[] = [];
  for (const { start, end } of tokens) {
    const reason = end - start <= LONGEST_TOKEN ? nameKey(text.slice(start, end), isKeyPair) : undefined;
    if (reason) found.push({ kind: 'private_key', start, end, reason });
  }
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = word.length >= SHORTEST_PREFIXED ? BECH32.exec(word)?.[0] ?? EOS.exec(word)?.[0] : undefined;
    if (key) found.push({ kind: 'private_key', start: index, end: index + key.length, reason: 'private key by its prefix' });
  }
  return found;
}

function nameKey(token: string, isKeyPair: (bytes: Uint8Array) => boolean): string | undefined {
  if (isStellarSeed(token)) return 'Stellar secret seed';
  const bytes = decode64Bytes(token);
  if (bytes) return isKeyPair(bytes) ? 'Solana key pair' : undefined;
  return base58Key(token);
}
