import type { FeatureCounts } from './feature-counts.ts';
import { finishHash, hashText, joinHashes } from './hash-text.ts';
import type { ReadText } from './read-text.ts';

/** Words at most this far apart are counted as a pair, in whichever order they stand. */
const PAIR_WINDOW = 4;

const WORD_SEED = 0x811c9dc5;
const WHOLE_SEED = 0x3c6ef372;
const NEIGHBOURS_SEED = 0x51ed270b;
const PAIR_SEED = 0x2545f491;
/** Stand in for the word before the first and after the last. */
const START = 7;
const END = 9;

/**
 * Beginnings of words and words as written, neighbours in order (the first and the last word too, as
 * questions show at their ends), and pairs within a few words, as contacts order words freely.
 */
export function countWords({ words, folded }: ReadText): FeatureCounts {
  const counts = new Map<number, number>();
  const add = (hash: number): void => {
    const feature = finishHash(hash);
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  const hashes = folded.map((word) => hashText(beginningOf(word), WORD_SEED));
  hashes.forEach((hash, i) => {
    const word = words[i] ?? '';
    add(hash);
    if (word !== beginningOf(word)) add(hashText(word, WHOLE_SEED));
    add(joinHashes(hashes[i - 1] ?? START, hash, NEIGHBOURS_SEED));
    for (const other of hashes.slice(i + 1, i + 1 + PAIR_WINDOW)) {
      if (other !== hash) add(joinHashes(Math.min(hash, other), Math.max(hash, other), PAIR_SEED));
    }
  });
  const last = hashes.at(-1);
  if (last !== undefined) add(joinHashes(last, END, NEIGHBOURS_SEED));
  return counts;
}

/** Endings come after this many letters, or syllables of Hangul: the plainest stemmer, and right in every language alike. */
function beginningOf(word: string): string {
  if (/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}]+$/u.test(word)) return word.slice(0, 5);
  return /\p{Script=Hangul}/u.test(word) ? word.slice(0, 2) : word;
}
