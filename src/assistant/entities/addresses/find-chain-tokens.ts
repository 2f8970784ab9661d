import { RANKS, type Finding } from '../finding.ts';
import { meaningsAs, type Reading, type Word } from '../reading.ts';
import { recogniseToken, type RecognisedToken, type TokenHints } from './recognise-token.ts';

/** Different strings of one text that are decoded and hashed; a message that names more addresses is no message. */
const MAX_DECODED = 40;
/** Words this far before or behind a string may say what it is, in UTF-16 code units. */
const REACH_BEFORE = 40;
const REACH_AFTER = 16;

const BASE_58_OR_HEX = /(?<![A-Za-z\d])[A-Za-z\d]{25,}(?![A-Za-z\d])/g;
const BASE_64 = /(?<![\w+/=-])[\w+/-]{43,48}=?(?![\w+/=-])/g;
const TON_RAW = /(?<![\w:-])(?:0|-1):[\da-fA-F]{64}(?![A-Za-z\d])/g;
/** What belongs to the address behind it. */
const PREFIX = /(?:bitcoincash:|addr_test|(?<![A-Za-z\d])addr_)$/i;
const LONGEST_TOKEN = 130;

/** Asks whether a string is an address or a transaction, at most so many times a text. */
export type Recognise = (token: string, hints: TokenHints) => RecognisedToken | undefined;

export function createRecognise(): Recognise {
  const known = new Map<string, RecognisedToken | undefined>();
  return (token, hints) => {
    if (token.length > LONGEST_TOKEN) return undefined;
    const key = `${hints.role ?? ''} ${token}`;
    if (!known.has(key)) {
      if (known.size >= MAX_DECODED) return undefined;
      known.set(key, recogniseToken(token, hints));
    }
    return known.get(key);
  };
}

/** Addresses and transactions anywhere in the text. */
export function findChainTokens(reading: Reading, recognise: Recognise): Finding[] {
  const chains = namedChains(reading);
  const found: Finding[] = [];
  for (const { token, start } of tokensOf(reading.text)) {
    const recognised = recognise(token, { role: roleNear(reading, start, start + token.length), chains });
    if (recognised) found.push(toFinding(recognised, start, start + token.length));
  }
  return found;
}

export function toFinding({ kind, value, network, checksum, confidence }: RecognisedToken, start: number, end: number): Finding {
  return { kind, start, end, value, network, confidence: Math.min(confidence, 0.99), rank: RANKS[kind], ...checksum && { checksum } };
}

function* tokensOf(text: string): Generator<{ token: string; start: number }> {
  for (const { 0: run, index } of text.matchAll(BASE_58_OR_HEX)) {
    const prefix = PREFIX.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? '';
    yield { token: prefix + run, start: index - prefix.length };
  }
  for (const { 0: token, index } of text.matchAll(BASE_64)) if (/[_+/=-]/.test(token)) yield { token, start: index };
  for (const { 0: token, index } of text.matchAll(TON_RAW)) yield { token, start: index };
}

/** Chains that the text speaks of: those of networks first, since "USDT over Tron" is on Tron, then those of coins. */
function namedChains({ words, text }: Reading): string[] {
  const networks = Array.from(meaningsAs(words, 'network'), ({ meaning }) => meaning.network.chain);
  const isName = ({ start, end }: Word): boolean => text.slice(start, end) === text.slice(start, end).toUpperCase();
  const coins = Array.from(meaningsAs(words, 'coin'))
    .filter(({ word, meaning: { coin, by } }) => !coin.isStable && (by === 'name' || (!coin.isWord && by === 'ticker') || isName(word)))
    .map(({ meaning }) => meaning.coin.chain);
  return [...new Set([...networks, ...coins])].filter((chain) => chain !== undefined);
}

/** The nearest word for "address" or "transaction" around a place; what stands before counts first. */
function roleNear(reading: Reading, start: number, end: number): TokenHints['role'] {
  const before = reading.startingBetween(start - REACH_BEFORE, start).findLast((word) => word.end <= start && roleOf(word) !== undefined);
  if (before) return roleOf(before);
  const after = reading.startingBetween(end, end + REACH_AFTER).find((word) => roleOf(word) !== undefined);
  return after && roleOf(after);
}

function roleOf({ meanings }: Word): TokenHints['role'] {
  for (const meaning of meanings) {
    if (meaning.as === 'context' && (meaning.word === 'address' || meaning.word === 'transaction')) return meaning.word;
  }
  return undefined;
}
