import { foldDiacritics, normaliseText } from './normalise-text.ts';
import { isUnspaced, splitWords, unspacedRuns } from './split-words.ts';

/** How often each feature stands in a text; features are 32-bit hashes. */
export type FeatureCounts = ReadonlyMap<number, number>;

/** Two views of a text: its words with their neighbours, and its character n-grams. */
export interface TextFeatures {
  readonly words: FeatureCounts;
  readonly characters: FeatureCounts;
}

/** Words at most this far apart are counted as a pair, in whichever order they stand. */
const PAIR_WINDOW = 4;
const SPACED_GRAMS = { min: 2, max: 5 };
/** A character of Chinese, Japanese or Thai carries more than a letter. */
const UNSPACED_GRAMS = { min: 1, max: 3 };
/** A Hangul syllable is two or three letters. */
const HANGUL_GRAMS = { min: 1, max: 4 };

export function extractFeatures(text: string): TextFeatures {
  const normalised = normaliseText(text);
  const exact = splitWords(normalised);
  const folded = exact.map(foldDiacritics);
  return { words: countWords(exact, folded), characters: countCharacters(folded, unspacedRuns(normalised)) };
}

function countWords(exact: readonly string[], folded: readonly string[]): FeatureCounts {
  const counts = new Map<number, number>();
  const hashes = folded.map((word) => hashText(word, WORD_SEED));
  hashes.forEach((hash, i) => {
    count(counts, finish(hash));
    const word = exact[i] ?? '';
    if (word !== folded[i]) count(counts, finish(hashText(word, WORD_SEED)));
    count(counts, finish(join(hashes[i - 1] ?? START, hash, ORDERED)));
    for (let j = i + 1; j < hashes.length && j <= i + PAIR_WINDOW; j++) {
      const other = hashes[j] ?? 0;
      if (other !== hash) count(counts, finish(join(Math.min(hash, other), Math.max(hash, other), UNORDERED)));
    }
  });
  const last = hashes.at(-1);
  if (last !== undefined) count(counts, finish(join(last, END, ORDERED)));
  return counts;
}

function countCharacters(words: readonly string[], runs: readonly string[]): FeatureCounts {
  const counts = new Map<number, number>();
  for (const word of words) {
    if (!isUnspaced(word)) countGrams(counts, ` ${word} `, /\p{Script=Hangul}/u.test(word) ? HANGUL_GRAMS : SPACED_GRAMS);
  }
  for (const run of runs) countGrams(counts, run, UNSPACED_GRAMS);
  return counts;
}

/** Every n-gram, its hash carried on from that of the one before it. */
function countGrams(counts: Map<number, number>, text: string, { min, max }: { min: number; max: number }): void {
  for (let start = 0; start < text.length; start++) {
    let hash = GRAM_SEED;
    const end = Math.min(text.length, start + max);
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
      if (i - start + 1 >= min) count(counts, finish(hash));
    }
  }
}

function count(counts: Map<number, number>, feature: number): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

/** FNV-1a over UTF-16 code units; the seeds keep words, pairs and n-grams apart. */
const FNV_PRIME = 0x01000193;
const WORD_SEED = 0x811c9dc5;
const GRAM_SEED = 0x01234567;
const ORDERED = 0x51ed270b;
const UNORDERED = 0x2545f491;
const START = 7;
const END = 9;

function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

function join(first: number, second: number, kind: number): number {
  return Math.imul(Math.imul(first ^ kind, 0x27d4eb2d) ^ second, FNV_PRIME);
}

/** MurmurHash3's finaliser: spreads FNV's weak low bits. Unsigned 32-bit. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
