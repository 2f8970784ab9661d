import type { Tally } from '../../../../protocol/reports.ts';
import type { Step } from '../../../../domain/period.ts';
import { createKeeper } from '../../../staff/format/keeper.ts';

/** Numbers of reports for readers. Pure. */

const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000], ['second', 1_000]] as const;
export type DurationUnit = (typeof UNITS)[number][0];

/** The unit in which the largest of these is a small number. */
export function unitFor(durations: readonly (number | null)[]): { readonly unit: DurationUnit; readonly ms: number } {
  const most = Math.max(0, ...durations.map((one) => one ?? 0));
  const [unit, ms] = UNITS.find(([, length]) => most >= 2 * length) ?? UNITS[3];
  return { unit, ms };
}

/** Part of a whole, 0 to 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function resolvedOf({ byAgents, confirmed, assumed }: Tally): number {
  return byAgents + confirmed + assumed;
}

/** Share of the resolved that the assistant resolved alone. */
export function assistantShare(tally: Tally): number | null {
  return shareOf(tally.confirmed + tally.assumed, resolvedOf(tally));
}

/** Share of what the assistant resolved of which the contact came back. */
export function againShare(tally: Tally): number | null {
  return shareOf(tally.again, tally.confirmed + tally.assumed);
}

/** Over all targets. */
export function keptShare({ sla }: Tally): number | null {
  const targets = Object.values(sla);
  const kept = targets.reduce((sum, one) => sum + one.kept, 0);
  return shareOf(kept, kept + targets.reduce((sum, one) => sum + one.breached, 0));
}

export function meanRating({ ratings }: Tally): number | null {
  const count = ratings.reduce((sum, one) => sum + one, 0);
  return shareOf(ratings.reduce((sum, one, index) => sum + one * (index + 1), 0), count);
}

export function solvedShare({ solved, unsolved }: Tally): number | null {
  return shareOf(solved, solved + unsolved);
}

const stepFormats = createKeeper((key: string) => {
  const [language = 'en', step = 'day', many = ''] = key.split(' ');
  if (step === 'hour') return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', ...(many ? { day: 'numeric', month: 'short' } : {}) });
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
});

/** A step of the period as an axis names it. @param manyDays hours need their day then. */
export function formatStep(at: number, step: Step, language: string, manyDays: boolean): string {
  return stepFormats(`${language} ${step}${manyDays ? ' many' : ''}`).format(at);
}

const decimals = createKeeper((language: string) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));

export function formatDecimal(value: number, language: string): string {
  return decimals(language).format(value);
}
