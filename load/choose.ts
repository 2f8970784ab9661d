import { createRandom } from '../src/knowledge/search/linear/random.ts';

/** Seeded choices: with the same seed everybody decides the same, whatever the network makes of it. */
export interface Choose {
  /** From `least` up to `most`, `most` excluded. */
  between(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** @param stream tells those who share a seed apart. */
export function createChoose(seed: number, stream: number): Choose {
  // Neighbouring seeds of a small generator begin alike: they are spread first (Knuth's multiplicative hash).
  const random = createRandom(Math.imul(seed, 2_654_435_761) ^ Math.imul(stream + 1, 2_246_822_519));
  for (let round = 0; round < 4; round++) random.next();
  return {
    between: (least, most) => least + random.next() * (most - least),
    chance: (probability) => random.next() < probability,
    pick(items) {
      const picked = items[Math.floor(random.next() * items.length)];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
  };
}
