/** How long to wait between attempts to connect. */
export interface ReconnectPolicy {
  /** Wait before the second attempt, ms. */
  readonly firstMs: number;
  /** The wait grows to this, ms, and no further. */
  readonly longestMs: number;
}

export const DEFAULT_RECONNECT_POLICY: ReconnectPolicy = { firstMs: 500, longestMs: 20_000 };

/**
 * Exponential backoff with "equal jitter" (Brooker, AWS Architecture Blog, 2015): half of the wait is
 * fixed and half is random, so that ten thousand clients of a restarted server come back spread out
 * and none hammers it.
 * @param failures attempts that failed in a row; 0 waits not at all.
 * @param random 0 ≤ random < 1.
 */
export function reconnectDelay(failures: number, random: number, policy: ReconnectPolicy = DEFAULT_RECONNECT_POLICY): number {
  if (failures <= 0) return 0;
  const ceiling = Math.min(policy.longestMs, policy.firstMs * 2 ** Math.min(failures - 1, 30));
  return ceiling / 2 + random * (ceiling / 2);
}
