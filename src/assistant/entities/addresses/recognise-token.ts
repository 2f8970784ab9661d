import type { Checksum } from '../../../domain/entities.ts';
import { ADDRESS_FORMATS, type AddressFormat } from '../tables/address-formats.ts';
import { decodeBase58 } from './base58.ts';

/** What the words around a string say of it. */
export interface TokenHints {
  /** Said right beside it. */
  readonly role: 'address' | 'transaction' | undefined;
  /** Chains named in the text; the first that has such strings is taken. */
  readonly chains: readonly string[];
}

export interface RecognisedToken {
  readonly kind: 'address' | 'transaction';
  readonly value: string;
  readonly network: string;
  readonly checksum?: Checksum;
  readonly confidence: number;
}

const HEX_HASH = /^(0x)?[\da-f]{64}$/i;
const TON_HASH = /^[\w+/-]{43}=$/;
const ALGORAND_HASH = /^[A-Z2-7]{52}$/;
/** 64 bytes in base 58. */
const SIGNATURE = /^[1-9A-HJ-NP-Za-km-z]{80,88}$/;

/** Chains whose transactions are 32 bytes in hexadecimal without a prefix. */
const HEX_CHAINS = new Set(['bitcoin', 'tron', 'litecoin', 'dogecoin', 'dash', 'bitcoin-cash', 'zcash', 'cardano', 'monero', 'stellar', 'xrp', 'ton', 'cosmos']);
/** Chains that write upper-case hexadecimal. */
const UPPER_HEX_CHAINS = new Set(['xrp', 'cosmos']);
/** Chains with accounts of 32 bytes behind 0x, which look like the transactions of EVM chains. */
const LONG_HEX_ACCOUNTS = new Set(['aptos', 'sui']);
/** Chains whose transactions look like the addresses of Solana. */
const BASE58_HASHES = new Set(['near', 'sui']);

/**
 * The address or transaction that a string is, if it is one. Decodes and hashes it, some microseconds
 * for each format that it has the shape of: callers bound how many they ask for.
 */
export function recogniseToken(token: string, hints: TokenHints): RecognisedToken | undefined {
  return recogniseHash(token, hints) ?? recogniseAddress(token, hints) ?? recogniseSignature(token);
}

function recogniseHash(token: string, { role, chains }: TokenHints): RecognisedToken | undefined {
  if (TON_HASH.test(token)) return { kind: 'transaction', value: token, network: 'ton', confidence: 0.85 };
  if (ALGORAND_HASH.test(token) && (role === 'transaction' || chains.includes('algorand'))) return { kind: 'transaction', value: token, network: 'algorand', confidence: 0.85 };
  const hex = HEX_HASH.exec(token);
  if (!hex || isMonotonous(token)) return undefined;
  const value = token.toLowerCase();
  if (hex[1] === undefined) return { kind: 'transaction', value, ...hexChain(token, chains) };
  const account = chains.find((chain) => LONG_HEX_ACCOUNTS.has(chain));
  if (role === 'address') return { kind: 'address', value, network: account ?? 'sui', checksum: 'none', confidence: account ? 0.9 : 0.6 };
  return { kind: 'transaction', value, network: account ?? 'ethereum', confidence: role === 'transaction' ? 0.99 : 0.95 };
}

function hexChain(token: string, chains: readonly string[]): { network: string; confidence: number } {
  const named = chains.find((chain) => HEX_CHAINS.has(chain));
  if (named) return { network: named, confidence: 0.95 };
  const isUpper = token === token.toUpperCase() && /[A-F]/.test(token);
  if (isUpper) return { network: chains.find((chain) => UPPER_HEX_CHAINS.has(chain)) ?? 'xrp', confidence: 0.85 };
  // EVM hashes lose their prefix in copying.
  return { network: chains.includes('ethereum') ? 'ethereum' : 'bitcoin', confidence: chains.includes('ethereum') ? 0.85 : 0.8 };
}

function recogniseSignature(token: string): RecognisedToken | undefined {
  if (!SIGNATURE.test(token) || !isMixed(token) || decodeBase58(token)?.length !== 64) return undefined;
  return { kind: 'transaction', value: token, network: 'solana', confidence: 0.95 };
}

function recogniseAddress(token: string, hints: TokenHints): RecognisedToken | undefined {
  let best: { format: AddressFormat; checksum: Checksum } | undefined;
  for (const format of ADDRESS_FORMATS) {
    if (!format.shape.test(token)) continue;
    const checksum = format.check(token);
    if (checksum === undefined || (checksum === 'invalid' && !mayBeMistyped(token, format))) continue;
    if (checksum === 'valid') return describe(token, format, checksum, hints);
    if (checksum === 'none' && !format.isCaseless && !isMixed(token)) continue;
    // No checksum at all says more than a wrong one.
    if (!best || (best.checksum === 'invalid' && checksum === 'none')) best = { format, checksum };
  }
  return best && describe(token, best.format, best.checksum, hints);
}

function describe(token: string, format: AddressFormat, checksum: Checksum, hints: TokenHints): RecognisedToken {
  const value = format.isCaseless ? token.toLowerCase() : token;
  const hash = hints.chains.find((chain) => BASE58_HASHES.has(chain));
  if (format.network === 'solana' && hints.role === 'transaction' && hash) return { kind: 'transaction', value, network: hash, confidence: 0.8 };
  const isExpected = hints.role === 'address' || hints.chains.includes(format.network);
  return { kind: 'address', value, network: format.network, checksum, confidence: CONFIDENCE[checksum] + (isExpected && checksum !== 'valid' ? 0.1 : 0) };
}

const CONFIDENCE = { valid: 0.99, none: 0.85, invalid: 0.7 } as const;

/** A real address with a slip of the finger still looks random; a number or a word of one case does not. */
function mayBeMistyped(token: string, format: AddressFormat): boolean {
  if (format.onlyValid) return false;
  if (format.isCaseless || /^[A-Z\d]+$/.test(token)) return /\d/.test(token) && /[A-Za-z]/.test(token);
  return isMixed(token) && token.length >= 32;
}

function isMixed(token: string): boolean {
  return /\d/.test(token) && /[a-z]/.test(token) && /[A-Z]/.test(token);
}

/** "000…0" is nobody's transaction. */
function isMonotonous(token: string): boolean {
  return new Set(token.replace(/^0x/i, '')).size < 4;
}
