/** How soon a person must act, most urgent first. Definitions: docs/glossary.md. */
export const URGENCIES = ['critical', 'high', 'normal', 'low'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** 0 for critical, 3 for low: ascending order is the order of a queue. */
export function urgencyRank(urgency: Urgency): number {
  return URGENCIES.indexOf(urgency);
}

/** The more urgent of the two. */
export function raiseUrgency(a: Urgency, b: Urgency): Urgency {
  return urgencyRank(a) <= urgencyRank(b) ? a : b;
}
