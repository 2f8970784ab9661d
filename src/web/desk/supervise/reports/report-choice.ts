import type { Dimension } from '../../../../protocol/reports.ts';
import type { Step } from '../../../../domain/period.ts';

export const PRESETS = ['today', '7', '30', '90', 'custom'] as const;
export type Preset = (typeof PRESETS)[number];
/** As in `protocol/reports.ts`, which would bring all of its schemas along. */
export const DIMENSIONS = ['team', 'agent', 'locale', 'intent', 'urgency'] as const satisfies readonly Dimension[];
const STEPS = ['hour', 'day', 'week'] as const satisfies readonly Step[];
const DAY_MS = 86_400_000;
/** As the server has them. */
const MAX_DAYS: Readonly<Record<Step, number>> = { hour: 14, day: 400, week: 400 };

/** What somebody wants to see reported. */
export interface ReportChoice {
  readonly preset: Preset;
  /** First and last day, as `2026-11-01`. */
  readonly from: string;
  readonly to: string;
  readonly step: Step;
  readonly filters: Readonly<Partial<Record<Dimension, string>>>;
}

/** The day that the reader's calendar shows. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

export function choosePreset(choice: ReportChoice, preset: Preset, today: string): ReportChoice {
  if (preset === 'custom') return { ...choice, preset };
  const to = today;
  const from = preset === 'today' ? today : new Date(Date.parse(today) - (Number(preset) - 1) * DAY_MS).toISOString().slice(0, 10);
  return withStep({ ...choice, preset, from, to });
}

/** With a step that the period can have; a period of one day is seen by the hour. */
export function withStep(choice: ReportChoice, wanted?: Step): ReportChoice {
  const steps = stepsOf(choice);
  const usual: Step = countDays(choice) <= 1 ? 'hour' : countDays(choice) > 60 ? 'week' : 'day';
  return { ...choice, step: wanted !== undefined && steps.includes(wanted) ? wanted : steps.includes(usual) ? usual : 'day' };
}

export function stepsOf(choice: Pick<ReportChoice, 'from' | 'to'>): Step[] {
  const days = countDays(choice);
  return STEPS.filter((step) => days <= MAX_DAYS[step] && (step !== 'week' || days > 7) && (step !== 'day' || days > 1));
}

/** Why the period cannot be asked for; null where it can. */
export function problemOf({ from, to }: Pick<ReportChoice, 'from' | 'to'>): 'missing' | 'order' | 'long' | null {
  if (!Number.isFinite(Date.parse(from)) || !Number.isFinite(Date.parse(to))) return 'missing';
  if (from > to) return 'order';
  return countDays({ from, to }) > MAX_DAYS.day ? 'long' : null;
}

function countDays({ from, to }: Pick<ReportChoice, 'from' | 'to'>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** As the server is asked. */
export function toQuery({ from, to, step, filters }: ReportChoice, timeZone: string): string {
  const query = new URLSearchParams({ from, to, step, timeZone });
  for (const dimension of DIMENSIONS) if (filters[dimension] !== undefined) query.set(dimension, filters[dimension]);
  return query.toString();
}

/** As the address bar says it, so that a report can be sent to somebody: one of the last days stays one of the last days. */
export function toAddress({ preset, from, to, step, filters }: ReportChoice): string {
  return new URLSearchParams({ period: preset, ...(preset === 'custom' ? { from, to } : {}), step, ...filters }).toString();
}

export function readAddress(search: string, today: string): ReportChoice {
  const query = new URLSearchParams(search);
  const asked = query.get('period');
  const preset = PRESETS.find((one) => one === asked) ?? '30';
  const filters = Object.fromEntries(DIMENSIONS.flatMap((dimension) => {
    const value = query.get(dimension);
    return value === null || value === '' ? [] : [[dimension, value]];
  }));
  const custom = { preset, from: query.get('from') ?? today, to: query.get('to') ?? today, step: 'day', filters } as const;
  const chosen = choosePreset(problemOf(custom) === null ? custom : { ...custom, from: today, to: today }, preset, today);
  return withStep(chosen, STEPS.find((step) => step === query.get('step')));
}
