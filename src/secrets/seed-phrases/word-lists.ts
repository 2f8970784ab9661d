import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { wordlist as traditionalChinese } from '@scure/bip39/wordlists/traditional-chinese.js';
import { foldText } from '../reading/fold-text.ts';

/** The ten word lists of BIP-39; a list is known by its place here. */
export const SEED_LISTS = [
  { name: 'english', words: english }, { name: 'simplified-chinese', words: simplifiedChinese }, { name: 'traditional-chinese', words: traditionalChinese },
  { name: 'czech', words: czech }, { name: 'french', words: french }, { name: 'italian', words: italian }, { name: 'japanese', words: japanese },
  { name: 'korean', words: korean }, { name: 'portuguese', words: portuguese }, { name: 'spanish', words: spanish },
] as const;

export type SeedListName = (typeof SEED_LISTS)[number]['name'];

export function seedListNumber(name: SeedListName): number {
  return SEED_LISTS.findIndex((list) => list.name === name);
}

/** A word of one list or more. */
export interface SeedWord {
  /** Bit n is set where list n has the word. */
  readonly lists: number;
  /** The word's place in list n, 0 to 2047. */
  readonly places: readonly (number | undefined)[];
}

let words: Map<string, SeedWord> | undefined;

/** @param plain a word as `foldText` gives it in `plain`. The table is made at the first call, about 20 ms. */
export function findSeedWord(plain: string): SeedWord | undefined {
  words ??= readLists();
  return words.get(plain);
}

function readLists(): Map<string, SeedWord> {
  const all = new Map<string, { lists: number; places: number[] }>();
  SEED_LISTS.forEach((list, number) => list.words.forEach((word, place) => {
    const plain = foldText(word).plain;
    const entry = all.get(plain) ?? { lists: 0, places: [] };
    entry.lists |= 1 << number;
    entry.places[number] = place;
    all.set(plain, entry);
  }));
  return all;
}
