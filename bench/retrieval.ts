import { fileURLToPath } from 'node:url';
import { createLogger } from '../src/adapters/system/logger.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { percentile } from './percentiles.ts';

const ROUNDS = 5;

/** Microseconds of one retrieval, everything included, over questions that the index was not trained on. */
export async function measureRetrieval(cacheFolder: string): Promise<{ p50: number; p99: number; articles: number; locales: number }> {
  const folder = fileURLToPath(new URL('../knowledge-base', import.meta.url));
  const { base, search } = await openKnowledge({ folder, cacheFolder, logger: createLogger('warn') });
  const translations = [...base.articles.values()].flatMap((article) => Object.values(article.translations));
  const samples: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { summary, locale } of translations) {
      const begun = performance.now();
      await search.rank(summary, locale);
      if (round > 0) samples.push((performance.now() - begun) * 1000); // the first round warms up
    }
  }
  return { p50: percentile(samples, 0.5), p99: percentile(samples, 0.99), articles: base.articles.size, locales: new Set(translations.map(({ locale }) => locale)).size };
}
