import { createRandom } from '../../src/knowledge/search/linear/random.ts';

/** Repeatable draws for generated texts. */
export interface Draw {
  /** A whole number from 0, `below` excluded. */
  int(below: number): number;
  pick<T>(items: readonly T[]): T;
  bytes(length: number): Uint8Array;
  /** A string of characters of an alphabet. */
  string(alphabet: string, length: number): string;
}

/** @param seed any integer but 0. */
export function createDraw(seed: number): Draw {
  const random = createRandom(seed);
  const int = (below: number): number => Math.floor(random.next() * below);
  const characters = new Map<string, string[]>();
  return {
    int,
    pick: (items) => items[int(items.length)]!,
    bytes: (length) => Uint8Array.from({ length }, () => int(256)),
    string(alphabet, length) {
      const all = characters.get(alphabet) ?? Array.from(alphabet);
      characters.set(alphabet, all);
      return Array.from({ length }, () => all[int(all.length)]!).join('');
    },
  };
}

export const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
