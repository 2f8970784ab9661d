import type { Mutant } from './mutants.ts';
import type { Plan } from './plan-history.ts';
import { runHistory, type Outcome } from './run-history.ts';

export interface Failure extends Outcome {
  readonly seed: number;
}

/** Plays so many histories from a seed on; the first that breaks a rule, with no more steps than it needs. */
export async function findFailure({ seed, histories, mutant, onOutcome }: { seed: number; histories: number; mutant?: Mutant; onOutcome?: (outcome: Outcome) => void }): Promise<Failure | undefined> {
  for (let current = seed; current < seed + histories; current++) {
    const outcome = await runHistory(current, { mutant });
    onOutcome?.(outcome);
    if (outcome.violations.length > 0) return { seed: current, ...await shrink(current, outcome, mutant) };
  }
  return undefined;
}

/** Leaves out step after step for as long as something is still broken. The order of everything else is drawn from the same seed. */
async function shrink(seed: number, first: Outcome, mutant: Mutant | undefined): Promise<Outcome> {
  let least = first;
  for (let changed = true; changed;) {
    changed = false;
    for (let index = least.plan.steps.length - 1; index >= 0; index--) {
      const plan: Plan = { ...least.plan, steps: least.plan.steps.filter((_step, other) => other !== index) };
      const outcome = await runHistory(seed, { mutant, plan });
      if (outcome.violations.length === 0) continue;
      least = outcome;
      changed = true;
    }
  }
  return least;
}

/** What a person reads of it. */
export function describeFailure({ seed, plan, violations, trace }: Failure): string {
  return [
    `seed ${seed}: ${violations.join('; ')}`,
    `  with ${plan.faults * 100} % of calls failing, these steps are enough:`,
    ...plan.steps.map(({ after, kind, ...more }) => `  after ${after} ms: ${kind} ${Object.values(more).join(' ')}`),
    ...(trace.length > 0 ? ['  and this went wrong on the way:', ...trace.map((one) => `  ${one}`)] : []),
    `  again: SEED=${seed} npm test -- simulation`,
  ].join('\n');
}
