import * as z from 'zod';

/**
 * SLA: within which working time people answer. Three clocks a conversation: the first response after
 * it came to people, every further response while the contact waits, and the resolution, which stands
 * still while the contact has the word. How they run is in `run-sla-clock.ts`.
 */
export const SLA_TARGETS = ['first-response', 'next-response', 'resolution'] as const;
export type SlaTarget = (typeof SLA_TARGETS)[number];

const minutes = z.int().min(1).max(525_600).nullable();
/** Working minutes for each target; null promises nothing. */
export const slaTermsSchema = z.strictObject({ 'first-response': minutes, 'next-response': minutes, resolution: minutes });
export type SlaTerms = z.infer<typeof slaTermsSchema>;

export type DueTimes = Readonly<Partial<Record<SlaTarget, number>>>;

/** The clocks of a conversation. Times are ms since the epoch. */
export interface SlaClock {
  /** Working time in ms that counted towards the resolution until `runningSince`. */
  readonly spentMs: number;
  /** Since when the resolution's clock runs; null while it stands still. */
  readonly runningSince: number | null;
  /** When each running target is due. */
  readonly dueAt: DueTimes;
  /** When each running target is to be warned of. */
  readonly warnAt: DueTimes;
}

export const STOPPED: SlaClock = { spentMs: 0, runningSince: null, dueAt: {}, warnAt: {} };

/** The target that is due first, and when; undefined where nothing is promised. */
export function nextDue({ dueAt }: Pick<SlaClock, 'dueAt'>): { readonly target: SlaTarget; readonly at: number } | undefined {
  return SLA_TARGETS.flatMap((target) => {
    const at = dueAt[target];
    return at === undefined ? [] : [{ target, at }];
  }).sort((a, b) => a.at - b.at)[0];
}
