import { combineSignals, type ArticleSignal, type SignalScores, type SignalWeights } from './signals.ts';

/** One question with known answers. */
export interface WeightCase<S extends string = ArticleSignal> {
  readonly scores: SignalScores<S>;
  /** Numbers of the classes that are right; at least one. */
  readonly right: readonly number[];
}

export interface LearnOptions<S extends string> {
  readonly initial: SignalWeights<S>;
  /** Pull towards `initial`, in cases: with few cases the weights stay near what was known before. */
  readonly caution: number;
}

const STEPS = 200;
const RATE = 0.1;

/**
 * Weights under which the right answers are likeliest: a conditional logit (McFadden 1974) with a
 * Gaussian prior, climbed with Adam (Kingma, Ba 2015). Cases must be questions that the signals were
 * not trained on, of another author if they can be had; their own questions flatter every signal.
 */
export function learnWeights<S extends string>(cases: readonly WeightCase<S>[], { initial, caution }: LearnOptions<S>): SignalWeights<S> {
  const weights: Record<S, number> = { ...initial };
  const first = zeros(initial);
  const second = zeros(initial);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = slopeOf(cases, weights);
    for (const signal of Object.keys(initial) as S[]) {
      const slope = (gradient[signal] - caution * (weights[signal] - initial[signal])) / cases.length;
      first[signal] = 0.9 * first[signal] + 0.1 * slope;
      second[signal] = 0.999 * second[signal] + 0.001 * slope * slope;
      weights[signal] += RATE * (first[signal] / (1 - 0.9 ** step)) / (Math.sqrt(second[signal] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights;
}

/** Gradient of the log likelihood: what the right classes have of each signal, less what is expected of all. */
function slopeOf<S extends string>(cases: readonly WeightCase<S>[], weights: SignalWeights<S>): Record<S, number> {
  const slope = zeros(weights);
  for (const { scores, right } of cases) {
    const probabilities = combineSignals(scores, weights);
    const rightMass = right.reduce((sum, c) => sum + probabilities[c]!, 0) || Number.MIN_VALUE;
    for (const signal of Object.keys(weights) as S[]) {
      const values = scores[signal];
      for (const c of right) slope[signal] += (probabilities[c]! / rightMass) * values[c]!;
      probabilities.forEach((probability, c) => { slope[signal] -= probability * values[c]!; });
    }
  }
  return slope;
}

function zeros<S extends string>(like: SignalWeights<S>): Record<S, number> {
  return Object.fromEntries(Object.keys(like).map((signal) => [signal, 0])) as Record<S, number>;
}
