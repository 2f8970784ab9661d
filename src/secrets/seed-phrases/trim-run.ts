import type { WordRun } from './find-word-runs.ts';
import { hasValidChecksum, isPhraseLength, PHRASE_LENGTHS } from './phrase-checksum.ts';
import type { TextWord } from './split-seed-text.ts';

/** Words of prose beside a phrase that happen to be of its list, at most so many on both sides together. */
const MAX_EXTRA = 5;

interface Words {
  readonly plain: string;
  readonly words: readonly TextWord[];
}

/**
 * The phrase without the words of its list that only stand beside it: "seed phrase: …", "…. Help".
 * Nothing is cut unless something else than between the other words parts it, and what remains is as long as a
 * phrase: better a word too many than one too few. The checksum alone would cut wrongly one time in sixteen.
 */
export function trimRun(text: Words, run: WordRun): { from: number; to: number } {
  if (run.to - run.from + 1 !== run.count) return run;
  const from = afterLabel(text, run);
  const { to } = run;
  const count = to - from + 1;
  if (isPhraseLength(count)) return { from, to };
  const windows = PHRASE_LENGTHS.filter((length) => length < count && length >= count - MAX_EXTRA)
    .flatMap((length) => Array.from({ length: count - length + 1 }, (_, i) => ({ from: from + i, to: from + i + length - 1 })));
  const usual = usualGap(text, { from, to });
  const parted = windows.filter((window) => (window.from === from || gapBefore(text, window.from) !== usual) && (window.to === to || gapBefore(text, window.to + 1) !== usual));
  const valid = parted.filter((window) => hasValidChecksum(text.words.slice(window.from, window.to + 1).flatMap(({ seed }) => seed?.places[run.list] ?? [])));
  return [valid, parted].find(({ length }) => length === 1)?.[0] ?? { from, to };
}

/** The first word after "seed phrase:", of which both words are in the English list. */
function afterLabel(text: Words, { from, to }: WordRun): number {
  for (let i = Math.min(from + MAX_EXTRA, to - PHRASE_LENGTHS[0] + 1); i > from; i--) {
    if (/^["'\s]*[:=]/.test(text.plain.slice(text.words[i - 1]!.end, text.words[i]!.start))) return i;
  }
  return from;
}

/** What parts a word from the one before it, numbering aside. */
function gapBefore({ plain, words }: Words, i: number): string {
  return plain.slice(words[i - 1]!.end, words[i]!.start).replace(/[\d\s]+/g, ' ');
}

function usualGap(text: Words, { from, to }: { readonly from: number; readonly to: number }): string {
  const counts = new Map<string, number>();
  for (let i = from + 1; i <= to; i++) {
    const gap = gapBefore(text, i);
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0];
}
