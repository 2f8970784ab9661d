import type { Entity, EntityKind } from '../domain/entities.ts';
import type { IntakeSlot } from '../domain/handoff.ts';
import { slotsFilled } from '../domain/case-file.ts';

/** What is asked of a waiting contact next: a slot, thanks when all is told, or nothing. */
export type IntakeStep = { readonly slot: IntakeSlot } | 'thanks' | undefined;

export interface IntakeState {
  /** What people need to know of such a case, in order. */
  readonly ask: readonly IntakeSlot[];
  /** What was asked so far; the thanks count as nothing. */
  readonly asked: readonly IntakeSlot[];
  /** True where the contact was thanked: then nothing more is asked. */
  readonly ended: boolean;
  /** Everything that the contact named. */
  readonly entities: readonly Pick<Entity, 'kind'>[];
}

/**
 * Each thing is asked once, in the policy's order, and only where it was not said yet. An answer that
 * says nothing of it is an answer: nobody is held up.
 */
export function nextIntake({ ask, asked, ended, entities }: IntakeState, maxQuestions: number): IntakeStep {
  if (ended) return undefined;
  const filled = slotsFilled(entities.map(({ kind }): EntityKind => kind));
  const slot = asked.length < maxQuestions ? ask.find((one) => !asked.includes(one) && !filled.has(one)) : undefined;
  if (slot) return { slot };
  return asked.length > 0 ? 'thanks' : undefined;
}
