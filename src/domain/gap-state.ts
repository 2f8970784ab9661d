/** A closed group reopens when so many more were asked … */
const MANY_MORE = 20;
/** … or at least so many that are half as many as there were: what was rare and is not any more. */
const SOME_MORE = 3;
const BY_HALF = 0.5;

export const GAP_STATES = ['open', 'reopened', 'closed'] as const;
export type GapState = (typeof GAP_STATES)[number];

/**
 * Whether editors have to look at a group. What was handled stays closed while the last of the old
 * questions trickle in, and comes back when what was done did not help.
 * @param total questions ever; @param closedTotal of them, those that there were when it was closed; null where it is open.
 */
export function gapState(total: number, closedTotal: number | null): GapState {
  if (closedTotal === null) return 'open';
  const more = total - closedTotal;
  return more >= MANY_MORE || (more >= SOME_MORE && more >= BY_HALF * closedTotal) ? 'reopened' : 'closed';
}
