import { bech32, bech32m } from '@scure/base';
import type { Checksum } from '../../../domain/entities.ts';

/** Longer than BIP-173 allows, as Cardano's addresses are. */
const MAX_LENGTH = 130;

/**
 * A native segregated witness address: bech32 for version 0, bech32m from version 1 on, and the
 * lengths that each version allows. BIP-173, BIP-350, BIP-141.
 */
export function checkSegwit(address: string): Checksum {
  const v0 = decode(bech32, address);
  const later = v0 ? undefined : decode(bech32m, address);
  const [version, ...words] = (v0 ?? later)?.words ?? [];
  if (version === undefined || version > 16 || (version === 0) !== (v0 !== undefined)) return 'invalid';
  const program = bech32.fromWordsUnsafe(words);
  if (!program || program.length < 2 || program.length > 40) return 'invalid';
  return version !== 0 || program.length === 20 || program.length === 32 ? 'valid' : 'invalid';
}

/**
 * An address that is bytes behind a prefix: Cosmos and its kin (BIP-173 without a version), Cardano (CIP-19).
 * @param lengths of the payload in bytes.
 */
export function checkBech32(address: string, lengths: readonly number[]): Checksum {
  const words = decode(bech32, address)?.words;
  const bytes = words && bech32.fromWordsUnsafe(words);
  return bytes && lengths.includes(bytes.length) ? 'valid' : 'invalid';
}

function decode(coder: typeof bech32, address: string): { prefix: string; words: number[] } | undefined {
  const decoded = coder.decodeUnsafe(address, MAX_LENGTH);
  return decoded || undefined;
}
