import { SLA_TARGETS, type SlaTarget } from '../../../domain/sla.ts';
import type { DeskConversation } from './model.ts';

/** One of the clocks as agents read it. */
export type SlaRow =
  | { readonly target: SlaTarget; readonly state: 'running'; readonly dueAt: number; readonly warnAt: number }
  /** Missed, and not running any more. */
  | { readonly target: SlaTarget; readonly state: 'missed'; readonly dueAt: number }
  /** The resolution, while the contact has the word. */
  | { readonly target: SlaTarget; readonly state: 'paused' };

/** The clocks that say something now, in the order of the targets. Pure. */
export function listSlaRows({ status, owner, handedAt, respondedAt, sla, breached }: Pick<DeskConversation, 'status' | 'owner' | 'handedAt' | 'respondedAt' | 'sla' | 'breached'>): SlaRow[] {
  const isWithPeople = status === 'open' && owner.kind !== 'assistant' && handedAt !== null;
  return SLA_TARGETS.flatMap((target): SlaRow[] => {
    const dueAt = sla.dueAt[target];
    if (dueAt !== undefined) return [{ target, state: 'running', dueAt, warnAt: sla.warnAt[target] ?? dueAt }];
    const missed = breached[target];
    if (missed !== undefined) return [{ target, state: 'missed', dueAt: missed }];
    return target === 'resolution' && isWithPeople && respondedAt !== null && sla.runningSince === null ? [{ target, state: 'paused' }] : [];
  });
}

/** How a running clock stands. */
export function urgencyOfDue({ dueAt, warnAt }: { readonly dueAt: number; readonly warnAt: number }, now: number): 'calm' | 'near' | 'overdue' {
  if (now >= dueAt) return 'overdue';
  return now >= warnAt ? 'near' : 'calm';
}
