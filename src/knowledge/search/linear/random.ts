/** Repeatable random numbers: xorshift32 (Marsaglia 2003), good enough to shuffle and to drop. */
export interface Random {
  /** 0 to 1, 1 excluded. */
  next(): number;
  /** Fisher–Yates, in place. */
  shuffle(items: number[]): void;
}

/** @param seed any integer but 0. */
export function createRandom(seed: number): Random {
  let state = seed | 0 || 1;
  function next(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  }
  return {
    next,
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [items[i], items[j]] = [items[j]!, items[i]!];
      }
    },
  };
}
