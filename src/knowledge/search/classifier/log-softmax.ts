/** Scores to natural logarithms of probabilities that sum to 1. */
export function logSoftmax(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  const logSum = highest + Math.log(sum);
  return scores.map((score) => score - logSum);
}
