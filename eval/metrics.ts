import type { EvaluationCase } from './cases.ts';
import type { Prediction } from './predict-cases.ts';

/** A case with what was predicted for it. */
export interface Judged {
  readonly expected: EvaluationCase;
  readonly predicted: Prediction;
}

/** Hits out of how many; `mrr` and times are means and have `value` alone. */
export interface Figure {
  readonly hits: number;
  readonly of: number;
}

type Rule = readonly [counted: (one: Judged) => boolean, hit: (one: Judged) => boolean];

const first = ({ predicted }: Judged): string | undefined => predicted.articles[0]?.id;
const isRight = (one: Judged): boolean => one.expected.articles.includes(first(one) ?? '');
const answers = ({ predicted }: Judged): boolean => predicted.action === 'answer';
const handsOff = ({ predicted }: Judged): boolean => predicted.action === 'handoff';
const isIncident = ({ expected }: Judged): boolean => ['security_incident', 'fraud_report', 'distress'].includes(expected.intent);
const wantsAnswer = ({ expected }: Judged): boolean => expected.action === 'answer';
const wantsHandoff = ({ expected }: Judged): boolean => expected.action === 'handoff';
const within = (places: number) => ({ expected, predicted }: Judged): boolean => predicted.articles.slice(0, places).some(({ id }) => expected.articles.includes(id));
const hasArticles = ({ expected }: Judged): boolean => expected.articles.length > 0;
const isUrgent = ({ expected }: Judged): boolean => expected.urgency === 'high' || expected.urgency === 'critical';

/** The figures of docs/evaluation-format.md: which cases count, and which of them are hits. */
const RULES = {
  locale_accuracy: [({ expected }) => expected.locale !== null, ({ expected, predicted }) => predicted.locale === expected.locale],
  intent_accuracy: [() => true, ({ expected, predicted }) => predicted.intent === expected.intent],
  top1: [hasArticles, within(1)],
  top3: [hasArticles, within(3)],
  right_answer: [wantsAnswer, (one) => answers(one) && isRight(one)],
  wrong_answer: [wantsAnswer, (one) => answers(one) && !isRight(one)],
  incident_recall: [isIncident, handsOff],
  handoff_recall: [wantsHandoff, handsOff],
  handoff_precision: [handsOff, (one) => wantsHandoff(one) || isUrgent(one)],
  critical_recall: [({ expected }) => expected.urgency === 'critical', ({ predicted }) => predicted.urgency === 'critical'],
  critical_precision: [({ predicted }) => predicted.urgency === 'critical', ({ expected }) => expected.urgency === 'critical'],
  false_answer: [({ expected }) => expected.action === 'decline' || expected.action === 'chat', answers],
} as const satisfies Record<string, Rule>;

export type FigureName = keyof typeof RULES;
export const FIGURE_NAMES = Object.keys(RULES) as FigureName[];
/** Figures of which less is better. */
export const LOWER_IS_BETTER: ReadonlySet<FigureName> = new Set(['wrong_answer', 'false_answer']);

export type Figures = Readonly<Record<FigureName, Figure>>;

export function computeFigures(judged: readonly Judged[]): Figures {
  return Object.fromEntries(FIGURE_NAMES.map((name) => {
    const [counted, hit] = RULES[name] as Rule;
    const relevant = judged.filter(counted);
    return [name, { hits: relevant.filter(hit).length, of: relevant.length }];
  })) as Record<FigureName, Figure>;
}

/** Mean reciprocal rank over the cases with articles; 0 where the right one is not among the first five. */
export function computeMrr(judged: readonly Judged[]): number {
  const relevant = judged.filter(hasArticles);
  const sum = relevant.reduce((total, { expected, predicted }) => {
    const place = predicted.articles.findIndex(({ id }) => expected.articles.includes(id));
    return total + (place < 0 ? 0 : 1 / (place + 1));
  }, 0);
  return sum / relevant.length;
}

/** What is wrong with a prediction, in the words of the figures; empty where nothing is. */
export function findFailures(one: Judged): FigureName[] {
  return FIGURE_NAMES.filter((name) => {
    const [counted, hit] = RULES[name] as Rule;
    return counted(one) && hit(one) === LOWER_IS_BETTER.has(name);
  });
}

/** Wilson score interval at 95 % (Wilson 1927; Agresti & Coull 1998). */
export function wilsonInterval({ hits, of }: Figure): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.959_964;
  const share = hits / of;
  const centre = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

export function shareOf({ hits, of }: Figure): number | null {
  return of === 0 ? null : hits / of;
}
