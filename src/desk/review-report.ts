import { setImmediate } from 'node:timers/promises';
import { splitPeriod, type Period, type PeriodInput } from '../domain/period.ts';
import type { ReviewReport } from '../protocol/reports.ts';
import type { AgentStore, Review, ReviewStore } from '../ports.ts';

const PAGE = 500;
const MOST_LATEST = 100;

export type ReportReviews = (period: PeriodInput) => Promise<ReviewReport>;

/** What reviews of a period say. A conversation's mean is the mean of its scores, and every conversation counts as much. */
export function createReportReviews({ reviews, agents }: { reviews: ReviewStore; agents: Pick<AgentStore, 'list'> }): ReportReviews {
  return async function reportReviews(input) {
    const period = splitPeriod(input);
    const names = new Map((await agents.list()).map(({ id, name }) => [id, name]));
    const found: Review[] = [];
    for (;;) {
      const page = await reviews.read(period, found.at(-1), PAGE);
      found.push(...page);
      if (page.length < PAGE) break;
      await setImmediate();
    }
    return summariseReviews(period, found, names);
  };
}

/** @param reviews in order of time. */
export function summariseReviews({ from, to, starts }: Period, reviews: readonly Review[], names: ReadonlyMap<string, string>): ReviewReport {
  const byAgent = Map.groupBy(reviews, ({ data }) => data.reviewedAgentId);
  const nameOf = (agentId: string | null): string | null => (agentId === null ? null : names.get(agentId) ?? null);
  return {
    from, to,
    total: meanOf(reviews.map(meanScore)),
    series: starts.map((at, index) => ({ at, ...meanOf(reviews.filter((one) => one.at >= at && one.at < (starts[index + 1] ?? to)).map(meanScore)) })),
    criteria: Object.entries(meansByCriterion(reviews)).map(([id, mean]) => ({ id, ...mean })),
    agents: [...byAgent].map(([agentId, theirs]) => ({ agentId, name: nameOf(agentId), ...meanOf(theirs.map(meanScore)), criteria: meansByCriterion(theirs) }))
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '')),
    latest: reviews.slice(-MOST_LATEST).toReversed().map(({ conversationId, at, data: { name, reviewedAgentId, scores, comment = null } }) =>
      ({ conversationId, at, reviewer: name, agentId: reviewedAgentId, name: nameOf(reviewedAgentId), scores, comment })),
  };
}

function meanScore({ data: { scores } }: Review): number {
  return meanOf(Object.values(scores)).mean ?? 0;
}

function meansByCriterion(reviews: readonly Review[]): Record<string, { count: number; mean: number | null }> {
  const scores = reviews.flatMap(({ data }) => Object.entries(data.scores));
  return Object.fromEntries([...Map.groupBy(scores, ([id]) => id)].map(([id, theirs]) => [id, meanOf(theirs.map(([, score]) => score))]));
}

function meanOf(values: readonly number[]): { count: number; mean: number | null } {
  return { count: values.length, mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length };
}
