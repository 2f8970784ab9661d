import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/domain/errors.ts';
import type { VectorIndexes } from '../../src/ports.ts';
import { createRandom } from '../../src/knowledge/search/linear/random.ts';

/** Repeatable vectors that point anywhere. */
export function randomVectors(count: number, dimension: number, seed = 1): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Float32Array.from({ length: dimension }, () => random.next() - 0.5));
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

/** What every implementation of VectorIndexes must do. */
export function describeVectorIndexes(name: string, create: () => Promise<VectorIndexes>): void {
  describe(`vector index: ${name}`, () => {
    const vectors = randomVectors(200, 16);
    const open = async (list: readonly Float32Array[] = vectors) => (await create()).open('test', list, 'embedder');

    it('finds each vector as its own nearest', async () => {
      const index = await open();
      expect(index.size).toBe(200);
      vectors.forEach((vector, position) => expect(index.search(vector, 1)[0]?.position).toBe(position));
    });

    it('returns neighbours nearest first with their cosines', async () => {
      const [query] = randomVectors(1, 16, 99);
      const found = (await open()).search(query!, 10);
      expect(found).toHaveLength(10);
      found.forEach(({ position, similarity }) => expect(similarity).toBeCloseTo(cosine(query!, vectors[position]!), 4));
      expect(found.map(({ similarity }) => similarity)).toEqual(found.map(({ similarity }) => similarity).sort((a, b) => b - a));
    });

    it('does not mind the length of a vector', async () => {
      const index = await open();
      expect(index.search(vectors[7]!.map((value) => value * 1000), 1)[0]).toMatchObject({ position: 7 });
    });

    it('returns fewer than asked where there are fewer', async () => {
      expect((await open(vectors.slice(0, 3))).search(vectors[0]!, 10)).toHaveLength(3);
    });

    it('returns nothing from an empty index, and for no neighbours', async () => {
      expect((await open([])).search(vectors[0]!, 5)).toEqual([]);
      expect((await open()).search(vectors[0]!, 0)).toEqual([]);
    });

    it.each([
      ['of another dimension', Float32Array.of(1, 2, 3)],
      ['with NaN', new Float32Array(16).fill(NaN)],
      ['with infinity', new Float32Array(16).fill(Infinity)],
    ])('rejects a vector %s, to build from and to search for', async (_what, vector) => {
      await expect(open([...vectors, vector])).rejects.toThrow(AppError);
      const index = await open();
      expect(() => index.search(vector, 1)).toThrow(AppError);
    });

    it('keeps answering from an index while another is opened under its name', async () => {
      const indexes = await create();
      const before = await indexes.open('test', vectors, 'embedder');
      await indexes.open('test', randomVectors(50, 16, 5), 'embedder');
      expect(before.search(vectors[3]!, 1)[0]?.position).toBe(3);
    });
  });
}
