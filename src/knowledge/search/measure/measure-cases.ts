import type { WeightCase } from '../combine/learn-weights.ts';
import { combineSignals, type ArticleSignal, type SignalWeights } from '../combine/signals.ts';

export interface Figures {
  readonly cases: number;
  /** Share of cases whose first, or one of whose first three classes is right. */
  readonly top1: number;
  readonly top3: number;
  /** Mean of −ln of the probability of what is right: 0 is certain and right. */
  readonly logLoss: number;
  /** Mean distance between the probability of the first class and how often it is right, in ten bins: 0 is calibrated. */
  readonly calibrationError: number;
}

const BINS = 10;

export function measureCases<S extends string = ArticleSignal>(cases: readonly WeightCase<S>[], weights: SignalWeights<S>): Figures {
  let top1 = 0;
  let top3 = 0;
  let logLoss = 0;
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { scores, right } of cases) {
    const probabilities = combineSignals(scores, weights);
    const best = Math.max(...right.map((c) => probabilities[c]!));
    const rank = probabilities.reduce((above, probability) => above + (probability > best ? 1 : 0), 0);
    const confidence = Math.max(...probabilities);
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.confidence += confidence;
    if (rank === 0) bin.right += 1;
    if (rank === 0) top1 += 1;
    if (rank < 3) top3 += 1;
    logLoss -= Math.log(right.reduce((sum, c) => sum + probabilities[c]!, 0));
  }
  const calibrationError = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0);
  const share = (value: number): number => (cases.length === 0 ? 0 : value / cases.length);
  return { cases: cases.length, top1: share(top1), top3: share(top3), logLoss: share(logLoss), calibrationError: share(calibrationError) };
}
