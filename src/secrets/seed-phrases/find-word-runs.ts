import { FUNCTION_WORDS } from './function-words.ts';
import type { TextWord } from './split-seed-text.ts';
import { findSeedWord } from './word-lists.ts';

/** Words `from` to `to`, both included, of a text that are a phrase of one list. */
export interface WordRun {
  readonly from: number;
  readonly to: number;
  /** Words of the phrase, two written as one counted as two; a wrong one counts. */
  readonly count: number;
  readonly list: number;
}

/**
 * How many words of a list in a row are a phrase, with how many wrong ones between them. Eleven in a row
 * do not occur in prose (10 was the longest in 386,000 words); a phrase of 12 with a wrong or a missing
 * word has 11.
 */
const RULES = [{ errors: 1, words: 11 }, { errors: 2, words: 16 }];
/** Where the text itself speaks of a phrase: two wrong words of 12, or a part of a phrase. */
const RULES_IN_CONTEXT = [...RULES, { errors: 2, words: 10 }, { errors: 0, words: 8 }];

/** Phrases of one list that are written as words, in order. Linear in the number of words. */
export function findWordRuns(words: readonly TextWord[], list: number, spokenOf: boolean): WordRun[] {
  const least = spokenOf ? 8 : 10;
  return splitIntoSegments(words, list)
    .filter((segment) => segment.reduce((sum, slot) => sum + slot.words, 0) >= least)
    .flatMap((segment) => joinRuns((spokenOf ? RULES_IN_CONTEXT : RULES).flatMap((rule) => slide(segment, rule)))
      .map(({ from, to }) => ({ from: segment[from]!.from, to: segment[to]!.to, count: countWords(segment.slice(from, to + 1)), list })));
}

function countWords(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + (slot.words || slot.errors), 0);
}

/** One word of the list, or what stands between two of them. */
interface Slot {
  readonly from: number;
  readonly to: number;
  /** Words of the list: 1; 2 where two are written as one; 0 where it is none. */
  readonly words: number;
  readonly errors: number;
}

/** A wrong word may be cut in pieces, by a slipped blank or a digit for a letter; so long it is together. */
const MAX_PIECES = 3;
const MAX_PIECES_LENGTH = 10;
const MAX_WRONG_LENGTH = 20;

/** Stretches in which nothing says that it is prose. */
function splitIntoSegments(words: readonly TextWord[], list: number): Slot[][] {
  const segments: Slot[][] = [];
  let segment: Slot[] = [];
  const close = (): void => {
    if (segment.length > 0) segments.push(segment);
    segment = [];
  };
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.apart) close();
    if (isOfList(words[i], list)) {
      segment.push({ from: i, to: i, words: 1, errors: 0 });
      continue;
    }
    const to = endOfOthers(words, i, list);
    const inner = segment.length > 0;
    const slots = inner || isOfList(words[to + 1], list) ? readOthers(words, i, to, list, inner) : undefined;
    if (slots) segment.push(...slots);
    else close();
    i = to;
  }
  close();
  return segments;
}

function isOfList(word: TextWord | undefined, list: number): boolean {
  return word?.seed !== undefined && (word.seed.lists >> list & 1) === 1;
}

/** The last of the words from a place on that are not of the list and not apart. */
function endOfOthers(words: readonly TextWord[], from: number, list: number): number {
  let to = from;
  while (to + 1 < words.length && !words[to + 1]!.apart && !isOfList(words[to + 1], list)) to += 1;
  return to;
}

/** What words between those of the list may be of a phrase, those beside them perhaps two written as one; undefined where all are prose. */
function readOthers(words: readonly TextWord[], from: number, to: number, list: number, inner: boolean): Slot[] | undefined {
  const isFirstStuck = inner && isTwoWords(words[from]!.plain, list);
  const isLastStuck = (to > from || !isFirstStuck) && isTwoWords(words[to]!.plain, list);
  const first = isFirstStuck ? from + 1 : from;
  const last = isLastStuck ? to - 1 : to;
  const between = first <= last ? readWrongWord(words, first, last, list) : [];
  if (!isFirstStuck && !isLastStuck) return between;
  return [...(isFirstStuck ? [stuck(from)] : []), ...(between ?? [prose(first, last)]), ...(isLastStuck ? [stuck(to)] : [])];
}

function readWrongWord(words: readonly TextWord[], from: number, to: number, list: number): Slot[] | undefined {
  const others = words.slice(from, Math.min(to, from + MAX_PIECES) + 1);
  if (others.length > MAX_PIECES || others.some(({ plain }) => plain.length > MAX_WRONG_LENGTH)) return undefined;
  if (others.length > 1 && hasWord(others.map(({ plain }) => plain).join(''), list)) return [{ from, to, words: 1, errors: 1 }];
  if (others.some(({ plain, glued }, i) => FUNCTION_WORDS.has(plain) && !glued && !words[from + i + 1]?.glued)) return undefined;
  const length = others.reduce((sum, { plain }) => sum + plain.length, 0);
  return [{ from, to, words: 0, errors: length <= MAX_PIECES_LENGTH ? 1 : others.length }];
}

function stuck(at: number): Slot {
  return { from: at, to: at, words: 2, errors: 1 };
}

/** More errors than any rule forgives. */
function prose(from: number, to: number): Slot {
  return { from, to, words: 0, errors: 9 };
}

function hasWord(plain: string, list: number): boolean {
  return ((findSeedWord(plain)?.lists ?? 0) >> list & 1) === 1;
}

function isTwoWords(plain: string, list: number): boolean {
  if (plain.length > MAX_WRONG_LENGTH) return false;
  for (let cut = 1; cut < plain.length; cut++) {
    if (hasWord(plain.slice(0, cut), list) && hasWord(plain.slice(cut), list)) return true;
  }
  return false;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A window over slots, as wide as the errors in it allow. */
function slide(slots: readonly Slot[], rule: { readonly errors: number; readonly words: number }): Range[] {
  const ranges: { from: number; to: number }[] = [];
  let from = 0;
  let errors = 0;
  let count = 0;
  slots.forEach((slot, to) => {
    errors += slot.errors;
    count += slot.words;
    while (from <= to && (errors > rule.errors || slots[from]!.words === 0)) {
      errors -= slots[from]!.errors;
      count -= slots[from]!.words;
      from += 1;
    }
    if (count < rule.words || slot.words === 0) return;
    // Both ends only grow, so what overlaps is the last one.
    const last = ranges.at(-1);
    if (last && from <= last.to) last.to = to;
    else ranges.push({ from, to });
  });
  return ranges;
}

function joinRuns(ranges: readonly Range[]): Range[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
