import { COMMON_HAN } from './common-han.ts';
import { hasValidChecksum, PHRASE_LENGTHS } from './phrase-checksum.ts';
import { findSeedWord } from './word-lists.ts';
import type { Place } from '../reading/nearest-mention.ts';

const HAN_STRETCH = /\p{Script=Han}(?:\s?\p{Script=Han}){11,}/gu;

/**
 * What share of common characters a stretch may have. Measured on the articles (482 of the words
 * in 4,100 windows of 12 of their prose) and on random phrases of 12: of prose 0.0 % has at most a quarter,
 * 0.1 % a third, 1 % a half; of phrases 94 %, 98 % and 99.9 %. With 18 characters the two no longer meet.
 */
const SHARES = { certain: 0.4, checked: 0.34, spokenOf: { checked: 0.5, unchecked: 0.34 } };
/** From this many characters their kind alone decides, so that a wrong one hides no phrase. */
const CERTAIN_LENGTH = 18;
/** A message of 4,000 characters cannot need more; a longer text made to be slow stops here, after about 10 ms. */
const MAX_CHECKS = 2_500;

/** Phrases of a Chinese list that are written without anything between their characters. */
export function findHanPhrases(plain: string, list: number, spokenOf: boolean): Place[] {
  const found: Place[] = [];
  const budget = { checks: MAX_CHECKS };
  for (const { 0: stretch, index } of plain.matchAll(HAN_STRETCH)) {
    for (const characters of ofList(stretch, index, list)) found.push(...findInCharacters(characters, spokenOf, budget));
  }
  return found;
}

interface Character {
  readonly at: number;
  readonly place: number;
  readonly common: boolean;
}

/** Parts of a stretch that are of the list throughout and long enough for a phrase. */
function ofList(stretch: string, index: number, list: number): Character[][] {
  const parts: Character[][] = [[]];
  for (let i = 0; i < stretch.length; i++) {
    const unit = stretch.charAt(i);
    if (/\s/.test(unit)) continue;
    const place = findSeedWord(unit)?.places[list];
    if (place === undefined) parts.push([]);
    else parts.at(-1)!.push({ at: index + i, place, common: COMMON_HAN.has(unit) });
  }
  return parts.filter(({ length }) => length >= PHRASE_LENGTHS[0]);
}

function findInCharacters(characters: readonly Character[], spokenOf: boolean, budget: { checks: number }): Place[] {
  const commonUpTo = [0];
  for (const { common } of characters) commonUpTo.push(commonUpTo.at(-1)! + (common ? 1 : 0));
  const found: Place[] = [];
  let from = 0;
  while (from + PHRASE_LENGTHS[0] <= characters.length) {
    const length = PHRASE_LENGTHS.toReversed().find((one) => from + one <= characters.length
      && isPhrase(characters, from, one, (commonUpTo[from + one]! - commonUpTo[from]!) / one, spokenOf, budget));
    if (length) found.push({ start: characters[from]!.at, end: characters[from + length - 1]!.at + 1 });
    from += length ?? 1;
  }
  return found;
}

function isPhrase(characters: readonly Character[], from: number, length: number, share: number, spokenOf: boolean, budget: { checks: number }): boolean {
  if (length >= CERTAIN_LENGTH && share <= SHARES.certain) return true;
  if (spokenOf && share <= SHARES.spokenOf.unchecked) return true;
  if (share > (spokenOf ? SHARES.spokenOf.checked : SHARES.checked)) return false;
  budget.checks -= 1;
  return budget.checks >= 0 && hasValidChecksum(characters.slice(from, from + length).map(({ place }) => place));
}
