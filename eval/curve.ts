import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHashingEmbedder } from '../src/adapters/embedders/hashing-embedder.ts';
import { createExactScan } from '../src/adapters/vector-index/exact-scan.ts';
import type { Article } from '../src/domain/article.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { createSearch } from '../src/knowledge/search/create-search.ts';
import type { Logger } from '../src/ports.ts';
import type { Assistant } from '../src/assistant/create-assistant.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { EvaluationCase } from './cases.ts';
import { computeFigures, shareOf, type Judged } from './metrics.ts';
import { predictCase } from './predict-cases.ts';

export interface CurvePoint {
  readonly phrasings: number;
  readonly top1: number;
  readonly top3: number;
}

/** How good the ranking would be with fewer phrasings an article: whether writing more still pays. */
export async function measureCurve(cases: readonly EvaluationCase[], base: KnowledgeBase, { sizes, openAssistant, logger }: {
  sizes: readonly number[];
  openAssistant: (knowledge: Knowledge) => Assistant;
  logger: Logger;
}): Promise<CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const phrasings of sizes) {
    const cacheFolder = await mkdtemp(join(tmpdir(), 'vigil-curve-'));
    const cut = { ...base, articles: cutPhrasings(base.articles, phrasings) };
    const search = await createSearch({ knowledgeBase: cut, embedder: createHashingEmbedder(), vectorIndexes: createExactScan(), cacheFolder, logger });
    const assistant = openAssistant({ base: cut, search });
    const judged: Judged[] = [];
    for (const expected of cases) judged.push({ expected, predicted: await predictCase(assistant, expected) });
    const { top1, top3 } = computeFigures(judged);
    points.push({ phrasings, top1: shareOf(top1) ?? 0, top3: shareOf(top3) ?? 0 });
    await rm(cacheFolder, { recursive: true });
  }
  return points;
}

/** Every so many-th phrasing, so that the kinds that editors write in order all stay. */
function cutPhrasings(articles: KnowledgeBase['articles'], count: number): Map<string, Article> {
  return new Map([...articles].map(([id, article]) => [id, {
    ...article,
    translations: Object.fromEntries(Object.entries(article.translations).map(([locale, translation]) => {
      const { phrasings } = translation;
      const kept = phrasings.filter((_one, index) => Math.floor((index * count) / phrasings.length) !== Math.floor(((index - 1) * count) / phrasings.length));
      return [locale, { ...translation, phrasings: count >= phrasings.length ? phrasings : kept }];
    })),
  }]));
}
