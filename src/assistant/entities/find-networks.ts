import { isPartOfWord } from './find-coins.ts';
import { MAX_FINDINGS, RANKS, type Finding } from './finding.ts';
import { isCapitalised } from './letter-case.ts';
import { meaningsAs, type Reading, type Word } from './reading.ts';
import type { CoinRow } from './tables/coins.ts';
import { NETWORKS, type NetworkRow } from './tables/networks.ts';

const BY_COIN = new Map(NETWORKS.flatMap((network) => (network.coins ?? []).map((symbol) => [symbol, network] as const)));

/** Blanks and brackets between "Tron" and "network"; "red de Tron", "réseau du Bitcoin". */
const GAP = /^[ ("'-]{0,2}(?:(?:de|del|da|do|du|di|of|the|la|của)[ ]){0,2}["']?$/i;
const LONGEST_GAP = 12;
/** What stands before a chain that something was sent over. */
const OVER = /(?:^|[^\p{L}])(?:on|via|over|through|using|über|uber|por|pela|par|через|qua|lewat|melalui)[ ](?:the[ ])?$/iu;

/** Networks by name, by "<coin> network" in either order, and by "via <coin>". */
export function findNetworks(reading: Reading): Finding[] {
  const found: Finding[] = [];
  // "interest on bitcoin" is of the coin, "USDT on Solana" of the network.
  const hasStablecoin = namesStablecoin(reading);
  for (const word of reading.words) {
    if (found.length >= MAX_FINDINGS) break;
    const network = networkOf(reading, word, hasStablecoin);
    if (network) found.push({ kind: 'network', start: network.start, end: network.end, value: network.row.value, confidence: network.confidence, rank: RANKS.network });
  }
  return found;
}

interface NamedNetwork {
  readonly row: NetworkRow;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

function networkOf(reading: Reading, word: Word, hasStablecoin: boolean): NamedNetwork | undefined {
  if (isPartOfWord(reading, word)) return undefined;
  for (const { meaning } of meaningsAs([word], 'network')) {
    const said = besideNetworkWord(reading, word);
    if (meaning.by === 'name') return { row: meaning.network, ...said ?? word, confidence: 0.97 };
    if (said) return { row: meaning.network, ...said, confidence: 0.95 };
    if (isCapitalised(reading, word)) return { row: meaning.network, start: word.start, end: word.end, confidence: isAfterOver(reading, word) ? 0.85 : 0.6 };
  }
  for (const { meaning } of meaningsAs([word], 'coin')) {
    const row = chainOf(meaning.coin);
    const said = row && besideNetworkWord(reading, word);
    if (said) return { row, ...said, confidence: 0.93 };
    if (row && meaning.by === 'name' && hasStablecoin && isAfterOver(reading, word)) return { row, start: word.start, end: word.end, confidence: 0.75 };
  }
  return undefined;
}

function chainOf(coin: CoinRow): NetworkRow | undefined {
  return BY_COIN.get(coin.symbol);
}

/** The name and a word for "network" beside it, as one; undefined where there is none. */
function besideNetworkWord(reading: Reading, { start, end }: Word): { start: number; end: number } | undefined {
  const after = wordsNear(reading, end).find((other) => isNetworkWord(other) && other.start >= end && GAP.test(reading.text.slice(end, other.start)));
  if (after) return { start, end: after.end };
  const before = wordsBefore(reading, start).find((other) => isNetworkWord(other) && GAP.test(reading.text.slice(other.end, start)));
  return before && { start: before.start, end };
}

function wordsNear(reading: Reading, from: number): Word[] {
  return Array.from({ length: 3 }, (_, gap) => reading.startingAt(from + gap)).flat();
}

function wordsBefore(reading: Reading, start: number): Word[] {
  return Array.from({ length: LONGEST_GAP + 1 }, (_, gap) => reading.endingAt(start - gap)).flat();
}

function isNetworkWord({ meanings }: Word): boolean {
  return meanings.some((meaning) => meaning.as === 'context' && meaning.word === 'network');
}

function namesStablecoin({ words }: Reading): boolean {
  return words.some(({ meanings }) => meanings.some((meaning) => meaning.as === 'coin' && meaning.coin.isStable));
}

function isAfterOver({ text }: Reading, { start }: Word): boolean {
  return OVER.test(text.slice(Math.max(0, start - 14), start));
}
