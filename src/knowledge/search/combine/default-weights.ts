import type { SignalWeights } from './signals.ts';

/** Learned by `npm run kb -- measure` (see there) on phrasings left out in turn. */
export const DEFAULT_WEIGHTS: SignalWeights = { linear: 1, nearest: 0, density: 0.4, vector: 0, intent: 0 };
