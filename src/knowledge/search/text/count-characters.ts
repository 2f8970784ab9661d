import type { FeatureCounts } from './feature-counts.ts';
import { extendHash, finishHash } from './hash-text.ts';
import type { ReadText } from './read-text.ts';
import { isUnspaced, unspacedRuns } from './split-words.ts';

interface GramLengths {
  readonly min: number;
  readonly max: number;
}

const LETTERS: GramLengths = { min: 2, max: 5 };
/** A Hangul syllable is two or three letters, and endings change within it: its letters are counted, not the block. */
const HANGUL: GramLengths = { min: 2, max: 6 };
/** Chinese, Japanese and Thai: runs are read whole, as dictionaries split the trade's words badly. */
const UNSPACED: GramLengths = { min: 1, max: 3 };

const GRAM_SEED = 0x01234567;

/** Character n-grams within words, with the blanks around them; they see through spelling and inflection. */
export function countCharacters({ normalised, folded }: ReadText): FeatureCounts {
  const counts = new Map<number, number>();
  for (const word of folded) {
    if (isUnspaced(word)) continue;
    if (/\p{Script=Hangul}/u.test(word)) countGrams(counts, ` ${word.normalize('NFD')} `, HANGUL);
    else countGrams(counts, ` ${word} `, LETTERS);
  }
  for (const run of unspacedRuns(normalised)) countGrams(counts, run, UNSPACED);
  return counts;
}

function countGrams(counts: Map<number, number>, text: string, { min, max }: GramLengths): void {
  for (let start = 0; start < text.length; start++) {
    let hash = GRAM_SEED;
    const end = Math.min(text.length, start + max);
    for (let i = start; i < end; i++) {
      hash = extendHash(hash, text.charCodeAt(i));
      if (i - start + 1 < min) continue;
      const feature = finishHash(hash);
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
}
