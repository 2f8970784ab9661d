import type { HandoffReason } from '../domain/handoff.ts';
import type { Period } from '../domain/period.ts';
import type { Stretch } from '../domain/stretch.ts';
import { DIMENSIONS, NO_GROUP, type Dimension, type Group, type Report, type ReportFilter } from '../protocol/reports.ts';
import { createTallyCounter, isAssistantsOwn, type TallyCounter } from './report-tally.ts';

/** A contact who is back within so long of the assistant's resolution was not helped. */
export const AGAIN_MS = 72 * 3_600_000;
const MOST_COMMENTS = 100;

/** Builds a report of stretches that are given one by one, in order of when they began. */
export interface ReportAggregator {
  /** Also asked of those that began up to 72 hours after the period: they tell who came back. */
  add(stretch: Stretch): void;
  result(): Report;
}

interface Resolved { readonly number: number; readonly at: number; readonly counters: readonly TallyCounter[] }

/** Pure but for its own state: no clock, no storage. */
export function createReportAggregator(period: Period, filter: ReportFilter): ReportAggregator {
  const total = createTallyCounter();
  const series = period.starts.map((at) => ({ at, counter: createTallyCounter() }));
  const groups = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, createGroups()])) as Record<Dimension, Groups>;
  const reasons = new Map<HandoffReason | null, number>();
  const comments: Report['comments'] = [];
  /** What the assistant resolved last in each conversation. */
  const resolved = new Map<string, Resolved>();
  let step = 0;

  function countersOf(stretch: Stretch): readonly TallyCounter[] {
    while ((period.starts[step + 1] ?? Infinity) <= stretch.startedAt) step += 1;
    const ofStep = series[step];
    return [total, ...(ofStep ? [ofStep.counter] : []), ...DIMENSIONS.map((dimension) => groups[dimension].counterOf(keyOf(stretch, dimension), dimension === 'agent' ? stretch.agentName : null))];
  }

  function noteReturn({ conversationId, number, startedAt }: Stretch): void {
    const before = resolved.get(conversationId);
    resolved.delete(conversationId);
    if (before?.number !== number - 1 || startedAt - before.at > AGAIN_MS) return;
    for (const counter of before.counters) counter.addAgain();
  }

  return {
    add(stretch) {
      noteReturn(stretch);
      if (stretch.startedAt < period.from || stretch.startedAt >= period.to || !matches(stretch, filter)) return;
      const counters = countersOf(stretch);
      for (const counter of counters) counter.add(stretch);
      const { conversationId, number, resolvedAt, handedAt, handoffReason } = stretch;
      if (isAssistantsOwn(stretch) && resolvedAt !== null) resolved.set(conversationId, { number, at: resolvedAt, counters });
      if (handedAt !== null) reasons.set(handoffReason, (reasons.get(handoffReason) ?? 0) + 1);
      keepComment(comments, stretch);
    },
    result: () => ({
      from: period.from, to: period.to,
      total: total.result(),
      series: series.map(({ at, counter }) => ({ at, tally: counter.result() })),
      reasons: [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
      groups: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, groups[dimension].list()])) as Report['groups'],
      comments: comments.toReversed(),
    }),
  };
}

interface Groups {
  counterOf(key: string, label: string | null): TallyCounter;
  list(): Group[];
}

/** The largest first. An agent is called as they were called last. */
function createGroups(): Groups {
  const known = new Map<string, { label: string | null; readonly counter: TallyCounter }>();
  return {
    counterOf(key, label) {
      const group = known.get(key) ?? { label, counter: createTallyCounter() };
      group.label = label ?? group.label;
      known.set(key, group);
      return group.counter;
    },
    list: () => [...known].map(([key, { label, counter }]) => ({ key, label, tally: counter.result() }))
      .sort((a, b) => b.tally.begun - a.tally.begun || (a.key < b.key ? -1 : 1)),
  };
}

/** The group of a dimension in which a stretch is counted. */
export function keyOf({ team, agentId, locale, intent, urgency }: Stretch, dimension: Dimension): string {
  switch (dimension) {
    case 'team': return team ?? NO_GROUP;
    case 'agent': return agentId ?? NO_GROUP;
    case 'locale': return locale;
    case 'intent': return intent ?? NO_GROUP;
    case 'urgency': return urgency;
  }
}

export function matches(stretch: Stretch, filter: ReportFilter): boolean {
  return DIMENSIONS.every((dimension) => filter[dimension] === undefined || filter[dimension] === keyOf(stretch, dimension));
}

function keepComment(comments: Report['comments'], { conversationId, startedAt, rating, ratingComment, agentName }: Stretch): void {
  if (rating === null || ratingComment === null || ratingComment === '') return;
  comments.push({ conversationId, startedAt, score: rating, comment: ratingComment, agentName });
  if (comments.length > MOST_COMMENTS) comments.shift();
}
