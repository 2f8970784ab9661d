import { hasValidChecksum, PHRASE_LENGTHS } from './phrase-checksum.ts';
import { COMMON_HAN } from './common-han.ts';
import { SEED_LISTS } from './word-lists.ts';
import type { Place } from '../reading/nearest-mention.ts';

/**
 * What share of common characters a stretch may have. Of 10,000 windows of 12 characters of contacts' and
 * articles' prose none has at most three, 0.06 % have four, 0.4 % five; of random phrases 87 %, 96 % and 99 %.
 * From 18 characters on the two do not meet.
 */
const SHARES = { checked: 1 / 3, checkedSpokenOf: 5 / 12, uncheckedSpokenOf: 1 / 4, unchecked: 1 / 3 };
/** From this many characters their kind alone decides, so that a wrong one hides no phrase. */
const CERTAIN_LENGTH = 18;
/** A message of 4,000 characters needs fewer; a longer text made to be slow stops here, after about 5 ms. */
const MAX_CHECKS = 1_000;

/** Each takes about 30 µs; beyond, the share and the checksum decide alone. */
const MAX_SEGMENTATIONS = 150;

interface Budget {
  checks: number;
  segmentations: number;
}

/** Phrases of a Chinese list that are written without anything between their characters, in order. */
export function findHanPhrases(plain: string, list: number, spokenOf: boolean): Place[] {
  const budget = { checks: MAX_CHECKS, segmentations: MAX_SEGMENTATIONS };
  return stretchesOf(plain, list).flatMap((stretch) => findInStretch(plain, stretch, spokenOf, budget));
}

const isCommon = new Uint8Array(0x1_0000);
for (const character of COMMON_HAN) isCommon[character.charCodeAt(0)] = 1;

/** By code unit one more than the character's place in a list, 0 for none; made when first asked for. */
const tables = new Map<number, Uint16Array>();

function tableOf(list: number): Uint16Array {
  let table = tables.get(list);
  if (!table) {
    tables.set(list, table = new Uint16Array(0x1_0000));
    SEED_LISTS[list]!.words.forEach((character, place) => {
      table![character.charCodeAt(0)] = place + 1;
    });
  }
  return table;
}

/** Characters of the list in a row. */
interface Stretch {
  /** Where the first stands in the text. */
  readonly start: number;
  /** Each one's place in the list. */
  readonly places: number[];
  /** How many of those before each one are common. */
  readonly common: number[];
}

function stretchesOf(plain: string, list: number): Stretch[] {
  const table = tableOf(list);
  const stretches: Stretch[] = [];
  let stretch: Stretch = { start: 0, places: [], common: [0] };
  for (let at = 0; at <= plain.length; at++) {
    const unit = plain.charCodeAt(at);
    const place = (table[unit] ?? 0) - 1;
    if (place >= 0) {
      stretch.places.push(place);
      stretch.common.push(stretch.common.at(-1)! + isCommon[unit]!);
    } else {
      if (stretch.places.length >= PHRASE_LENGTHS[0]) stretches.push(stretch);
      if (stretch.places.length > 0) stretch = { start: at + 1, places: [], common: [0] };
      else stretch = { ...stretch, start: at + 1 };
    }
  }
  return stretches;
}

/** What only looks like a phrase first; the rest needs a checksum. */
function findInStretch(plain: string, { start, places, common }: Stretch, spokenOf: boolean, budget: Budget): Place[] {
  const found = new Uint8Array(places.length);
  const most = spokenOf ? SHARES.checkedSpokenOf : SHARES.checked;
  for (const length of PHRASE_LENGTHS.toReversed()) {
    for (let from = 0; from + length <= places.length; from++) {
      const share = (common[from + length]! - common[from]!) / length;
      if (share > most || (found[from] && found[from + length - 1])) continue;
      const alike = length >= CERTAIN_LENGTH ? share <= SHARES.unchecked : spokenOf && share <= SHARES.uncheckedSpokenOf;
      if (!alike && (budget.checks-- <= 0 || !hasValidChecksum(places.slice(from, from + length)))) continue;
      if (!readsAsProse(plain.slice(start + from, start + from + length), budget)) found.fill(1, from, from + length);
    }
  }
  return runsOf(found).map(([first, last]) => ({ start: start + first, end: start + last + 1 }));
}

/** Firefox before 125 has none; there a few sentences about rare things are taken for phrases. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;
/** Of windows of 12 characters of prose 4 to 11 % come apart into 10 words or more, of phrases 99.98 %. */
const WORDS_OF_PHRASE = 0.8;

function readsAsProse(characters: string, budget: Budget): boolean {
  if (!segmenter || budget.segmentations <= 0) return false;
  budget.segmentations -= 1;
  return Array.from(segmenter.segment(characters)).length < WORDS_OF_PHRASE * characters.length;
}

function runsOf(flags: Uint8Array): [first: number, last: number][] {
  const runs: [number, number][] = [];
  flags.forEach((flag, i) => {
    if (!flag) return;
    if (flags[i - 1]) runs.at(-1)![1] = i;
    else runs.push([i, i]);
  });
  return runs;
}
