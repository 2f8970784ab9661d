import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createDigest } from './digest-rows.ts';
import type { Cell, Row } from './rows-in-pieces.ts';

const cell: fc.Arbitrary<Cell> = fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.constant(null), fc.uint8Array());
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const digest = (given: readonly Row[]): string => {
  const made = createDigest();
  for (const row of given) made.add([row]);
  return made.read().checksum;
};

it('is the same for the same rows in any order', () => {
  fc.assert(fc.property(rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
    expect(digest(shuffled)).toBe(digest(all));
  }));
});

it('is another where a row is missing, stands there twice, or has one other cell', () => {
  fc.assert(fc.property(rows, fc.nat(), cell, (all, at, other) => {
    const [index, place] = [at % all.length, at % all[at % all.length]!.length];
    expect(digest(all.toSpliced(index, 1))).not.toBe(digest(all));
    expect(digest([...all, all[index]!])).not.toBe(digest(all));
    const changed = all[index]!.with(place, other);
    const same = JSON.stringify(changed) === JSON.stringify(all[index]);
    if (!same) expect(digest(all.with(index, changed))).not.toBe(digest(all));
  }));
});

it('tells text, numbers, bytes and nothing apart, and where a cell ends', () => {
  const all: Row[] = [['1', ''], [1, ''], ['', '1'], [null, '1'], ['null', '1'], [new Uint8Array([1]), '1'], [new Uint8Array(), '1'], ['1,', ''], ['', ',1']];
  expect(new Set(all.map((row) => digest([row]))).size).toBe(all.length);
});
