import type { Finding } from '../finding.ts';
import type { Place } from '../reading/nearest-mention.ts';
import type { ReadText } from '../reading/read-text.ts';
import { findHanPhrases } from './find-han-phrases.ts';
import { findKanaPhrases } from './find-kana-phrases.ts';
import { findWordRuns, type WordRun } from './find-word-runs.ts';
import { FUNCTION_WORDS, PROSE_WORDS } from './function-words.ts';
import { isOneEditAway } from './is-one-edit-away.ts';
import { hasValidChecksum, isPhraseLength, PHRASE_LENGTHS } from './phrase-checksum.ts';
import { splitSeedText, type TextWord } from './split-seed-text.ts';
import { trimRun } from './trim-run.ts';
import { SEED_LISTS, seedListNumber } from './word-lists.ts';

/** Fewer words of a list are never a phrase. */
const LEAST_WORDS = 8;

/**
 * Seed phrases of BIP-39 in its ten languages, each with its numbering and quotes as one finding, in any
 * case and punctuation and with a wrong word. Phrases of other wallets' lists (Monero, SLIP-39) are not
 * known here, except where they share words.
 */
export function findSeedPhrases(read: ReadText): Finding[] {
  const words = splitSeedText(read);
  const lists = listsOf(words);
  const han = [seedListNumber('simplified-chinese'), seedListNumber('traditional-chinese')].filter(() => /\p{Script=Han}/u.test(read.plain));
  const kana = /[\u3041-\u3096]{24}/.test(read.plain);
  if (lists.length === 0 && han.length === 0 && !kana) return [];
  const spokenOf = read.mentions.some(({ kinds }) => kinds.includes('seed'));
  return [
    ...lists.flatMap((list) => findWritten(read, words, list, spokenOf)),
    ...han.flatMap((list) => findHanPhrases(read.plain, list, spokenOf).map((place) => toFinding(read, place, list))),
    ...(kana ? findKanaPhrases(read.plain, spokenOf).map((place) => toFinding(read, place, seedListNumber('japanese'))) : []),
  ];
}

/** Numbers of the lists that have enough words in the text. */
function listsOf(words: readonly TextWord[]): number[] {
  const counts = SEED_LISTS.map(() => 0);
  for (const { seed } of words) {
    for (let rest = seed?.lists ?? 0; rest > 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]! += 1;
  }
  return counts.flatMap((count, list) => (count >= LEAST_WORDS ? list : []));
}

function findWritten(read: ReadText, words: readonly TextWord[], list: number, spokenOf: boolean): Finding[] {
  return findWordRuns(words, list, spokenOf).filter((run, i) => i >= MAX_DOUBTED || !isProse(words, run)).map((run, i) => {
    const { from, to } = i < MAX_WIDENED ? widen(words, run, trimRun({ plain: read.plain, words }, run)) : run;
    return toFinding(read, { start: words[from]!.start, end: words[to]!.end }, list);
  });
}

/** A checksum takes 3 µs and a run may need thirty; in a text made to be slow the rest are phrases, undoubted. */
const MAX_DOUBTED = 40;
/** Of a phrase's words, at least so many are different, and at most so many are of those that prose is full of. */
const LEAST_DIFFERENT = 2 / 3;
const MOST_PROSE = 1 / 3;
/** What phrases for trying things out repeat. */
const TRIAL_WORDS: ReadonlySet<string> = new Set(['abandon', 'zoo']);

/** Prose and programs that happen to have eleven words of a list in a row: they repeat themselves, or are made of small words. */
function isProse(words: readonly TextWord[], run: WordRun): boolean {
  const members = words.slice(run.from, run.to + 1).filter(({ seed }) => seed);
  const trial = members.filter(({ plain }) => TRIAL_WORDS.has(plain)).length;
  const different = new Set(members.map(({ plain }) => plain)).size + trial;
  const prose = members.filter(({ plain }) => PROSE_WORDS.has(plain)).length;
  if (different >= LEAST_DIFFERENT * members.length && prose <= MOST_PROSE * members.length) return false;
  return !PHRASE_LENGTHS.some((length) => hasValidWindow(members.map(({ seed }) => seed?.places[run.list] ?? -1), length));
}

const MAX_WINDOWS = 6;

function hasValidWindow(places: readonly number[], length: number): boolean {
  const windows = Math.min(MAX_WINDOWS, places.length - length + 1);
  return Array.from({ length: Math.max(0, windows) }, (_, i) => places.slice(i, i + length)).some((window) => !window.includes(-1) && hasValidChecksum(window));
}

/** Comparing with a whole list takes half a millisecond, so only that many phrases of a text are widened. */
const MAX_WIDENED = 6;

/** Takes in a misspelt first or last word, where one is missing for the length of a phrase. */
function widen(words: readonly TextWord[], run: WordRun, { from, to }: { from: number; to: number }): { from: number; to: number } {
  if (from !== run.from || to !== run.to || isPhraseLength(run.count)) return { from, to };
  const before = words[from]!.apart ? undefined : words[from - 1];
  const after = words[to + 1]?.apart ? undefined : words[to + 1];
  if (isMisspelt(before, run.list)) return { from: from - 1, to };
  return isMisspelt(after, run.list) ? { from, to: to + 1 } : { from, to };
}

function isMisspelt(word: TextWord | undefined, list: number): boolean {
  if (!word || word.seed || word.plain.length < 3 || FUNCTION_WORDS.has(word.plain)) return false;
  return SEED_LISTS[list]!.words.some((one) => Math.abs(one.length - word.plain.length) <= 2 && isOneEditAway(one.normalize('NFKD').replace(/[\u0300-\u036F]/g, '').normalize('NFC'), word.plain));
}

const OPENING = /(?:\d{1,2}\s?[.):\-–]?\s?|[-•*]\s|["'“”‘’«»„(\[{]){1,3}$/;
const QUOTES = /["'“”‘’«»„(\[{]/g;
const CLOSING = /^["'“”‘’«»)\]}]{1,3}/;

/** With the numbering of the first word and the quotes around all. */
function toFinding({ plain }: ReadText, { start, end }: Place, list: number): Finding {
  const opening = OPENING.exec(plain.slice(Math.max(0, start - 6), start))?.[0].trimStart() ?? '';
  const closing = CLOSING.exec(plain.slice(end, end + 3))?.[0] ?? '';
  const closed = Math.min(closing.length, opening.match(QUOTES)?.length ?? 0);
  return { kind: 'seed_phrase', start: start - opening.length, end: end + closed, reason: `seed phrase, ${SEED_LISTS[list]!.name} list` };
}
