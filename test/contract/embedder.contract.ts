import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Embedder } from '../../src/ports.ts';

const TEXTS = ['my deposit is late', 'ฝากเงินไม่เข้า', '提币一直没到账', '', '🙂', 'x'.repeat(10_000)];

/** What every implementation of Embedder must do. */
export function describeEmbedder(name: string, create: () => Embedder | Promise<Embedder>): void {
  describe(`embedder: ${name}`, () => {
    let embedder: Embedder;
    beforeAll(async () => { embedder = await create(); });
    const similarity = async (a: string, b: string): Promise<number> => {
      const [one, other] = await embedder.embed([a, b], 'query');
      return one!.reduce((sum, value, i) => sum + value * other![i]!, 0);
    };

    it('gives one unit vector of its dimension a text, whatever the text', async () => {
      const vectors = await embedder.embed(TEXTS, 'passage');
      expect(vectors).toHaveLength(TEXTS.length);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(embedder.dimension);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
    });

    it('gives the same vector for the same text, alone or among others', async () => {
      const [alone] = await (await create()).embed([TEXTS[0]!], 'query');
      expect((await embedder.embed(TEXTS, 'query'))[0]).toEqual(alone);
    });

    it('puts texts about one thing nearer than texts about two', async () => {
      expect(await similarity('my deposit is late', 'the deposit came late')).toBeGreaterThan(await similarity('my deposit is late', 'reset the password'));
    });

    it('embeds nothing', async () => {
      expect(await embedder.embed([], 'query')).toEqual([]);
    });
  });
}
