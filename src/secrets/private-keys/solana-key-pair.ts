import { getPublicKey, hashes } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

/** A curve operation takes 0.2 ms (the first one 25). A message of 4,000 characters has room for 45 keys; a longer one made to be slow stops here. */
const MAX_CURVE_CHECKS = 48;

/** A check for one text: the cost of a text is bounded. */
export function createKeyPairCheck(): (bytes: Uint8Array) => boolean {
  let left = MAX_CURVE_CHECKS;
  return (bytes) => {
    left -= 1;
    return left >= 0 ? isKeyPair(bytes) : !mayBeSignature(bytes);
  };
}

/** Whether the second half is the ed25519 public key of the first: certain, for no signature is. */
function isKeyPair(bytes: Uint8Array): boolean {
  // The library has no SHA-512 of its own and is told once which to use.
  hashes.sha512 ??= sha512;
  const publicKey = getPublicKey(bytes.subarray(0, 32));
  return bytes.subarray(32).every((byte, i) => byte === publicKey[i]);
}

/** The second half of a signature is a number below the order of the curve, 2^252 and a little (RFC 8032). */
function mayBeSignature(bytes: Uint8Array): boolean {
  return bytes[63]! <= 0x10;
}
