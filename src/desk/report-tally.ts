import { SLA_TARGETS, type SlaTarget } from '../domain/sla.ts';
import type { Stretch } from '../domain/stretch.ts';
import type { Tally } from '../protocol/reports.ts';

/** Counts stretches; times are kept until they are asked for, since percentiles cannot be added up. */
export interface TallyCounter {
  add(stretch: Stretch): void;
  /** One that was added before came back within the 72 hours. */
  addAgain(): void;
  result(): Tally;
}

export function createTallyCounter(): TallyCounter {
  const counts = { begun: 0, open: 0, byAgents: 0, confirmed: 0, assumed: 0, again: 0, handed: 0, solved: 0, unsolved: 0 };
  const ratings: Tally['ratings'] = [0, 0, 0, 0, 0];
  const sla = Object.fromEntries(SLA_TARGETS.map((target) => [target, { kept: 0, breached: 0 }])) as Tally['sla'];
  const firstResponses: number[] = [];
  const resolutions: number[] = [];

  function addEnd(stretch: Stretch): void {
    const { resolvedAt, resolvedBy, basis, handedAt } = stretch;
    if (resolvedAt === null) counts.open += 1;
    else if (isAssistantsOwn(stretch)) counts[basis ?? 'assumed'] += 1;
    else counts.byAgents += 1;
    if (resolvedAt !== null && resolvedBy === 'agent' && handedAt !== null) resolutions.push(resolvedAt - handedAt);
  }

  return {
    add(stretch) {
      const { handedAt, respondedAt, rating, solved } = stretch;
      counts.begun += 1;
      addEnd(stretch);
      if (handedAt !== null) counts.handed += 1;
      if (handedAt !== null && respondedAt !== null) firstResponses.push(respondedAt - handedAt);
      for (const target of SLA_TARGETS) {
        const outcome = slaOutcome(stretch, target);
        if (outcome) sla[target][outcome] += 1;
      }
      if (rating !== null) ratings[rating - 1] = (ratings[rating - 1] ?? 0) + 1;
      if (solved !== null) counts[solved ? 'solved' : 'unsolved'] += 1;
    },
    addAgain() { counts.again += 1; },
    result: () => ({ ...counts, ratings: [...ratings], sla: structuredClone(sla), firstResponse: spreadOf(firstResponses), resolution: spreadOf(resolutions) }),
  };
}

/** Whether the assistant resolved it alone. What people had and handed back is no success of its own. */
export function isAssistantsOwn({ resolvedBy, handedAt }: Stretch): boolean {
  return resolvedBy === 'assistant' && handedAt === null;
}

/** Whether a target was kept; undefined where it is not decided yet, or was never asked of people. */
export function slaOutcome({ handedAt, respondedAt, resolvedBy, breached }: Stretch, target: SlaTarget): 'kept' | 'breached' | undefined {
  if (handedAt === null) return undefined;
  if (breached.includes(target)) return 'breached';
  const isOver = target === 'resolution' ? resolvedBy === 'agent' : respondedAt !== null;
  return isOver ? 'kept' : undefined;
}

function spreadOf(samples: readonly number[]): Tally['firstResponse'] {
  const sorted = new Float64Array(samples).sort();
  return { count: sorted.length, p50: percentileOf(sorted, 0.5), p90: percentileOf(sorted, 0.9) };
}

/** The value below or at which a share (0 to 1) of the samples lies, by the nearest-rank method; null without samples. */
export function percentileOf(sorted: ArrayLike<number>, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
