import type { ArticleSignal, ReadingSignal, SignalWeights } from './signals.ts';

export interface Weights {
  readonly articles: SignalWeights<ArticleSignal>;
  readonly readings: SignalWeights<ReadingSignal>;
}

/** What `npm run kb -- measure --cases eval/cases` learned from the 640 dev questions of another author in 16 languages (2026-11, hashing embedder). */
export const DEFAULT_WEIGHTS: Weights = {
  articles: { linear: 1.447, lexical: 0.66, vector: 0.646, intent: 1.072 },
  readings: { linear: 1, lexical: 0.2 },
};
