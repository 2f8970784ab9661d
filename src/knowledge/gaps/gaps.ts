import { AppError } from '../../domain/errors.ts';
import { gapState, type GapState } from '../../domain/gap-state.ts';
import type { GroupProfile } from '../../domain/group-profile.ts';
import type { Locale } from '../../domain/locales.ts';
import type { QuestionOutcome } from '../../domain/question-outcome.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { Clock, Editor, GroupCount, Question, QuestionGroup, QuestionStore, Span } from '../../ports.ts';
import type { Knowledge } from '../knowledge.ts';
import { lastDays, stepAt, stepsOf } from './period.ts';

const MAX_NEAR = 3;

/** A group as editors see it in a period. */
export interface Gap extends Pick<QuestionGroup, 'id' | 'example' | 'startedArticleId'> {
  readonly state: GapState;
  readonly total: number;
  readonly count: number;
  readonly before: number;
  readonly locales: Partial<Record<Locale, number>>;
  readonly outcomes: Partial<Record<QuestionOutcome, number>>;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly near: { articleId: string; score: number }[];
  readonly closed: { readonly at: number; readonly name: string; readonly total: number; readonly note: string } | null;
}

export interface Gaps {
  list(filter: { readonly days: number; readonly state: 'open' | 'closed'; readonly locale?: Locale | undefined; readonly limit: number }): Promise<{
    gaps: Gap[]; more: boolean; since: number; until: number;
    totals: { questions: number; gaps: number; gapsBefore: number; locales: Partial<Record<Locale, number>> };
  }>;
  /** Rejects with AppError `not-found`, as the others. */
  read(gapId: string, filter: { readonly days: number; readonly limit: number }): Promise<{ gap: Gap; questions: (Question & { readonly text: string })[]; steps: { at: number; count: number }[] }>;
  /** @param total as the editor saw it, so that what came since is new. */
  close(gapId: string, editor: Editor, closing: { readonly total: number; readonly note: string }): Promise<Gap>;
  reopen(gapId: string): Promise<Gap>;
}

/** Days that a group shows where none are asked for. */
const STANDARD_DAYS = 28;

/** What contacts ask that nobody answers. */
export function createGaps({ questions, knowledge, redact, clock }: {
  questions: Pick<QuestionStore, 'listGroups' | 'getGroup' | 'closeGroup' | 'countGroups' | 'totalGroups' | 'count' | 'listOfGroup' | 'timesOfGroup'>;
  knowledge: () => Knowledge;
  redact: Redact;
  clock: Clock;
}): Gaps {
  async function viewAll(groups: readonly QuestionGroup[], days: number): Promise<{ gaps: Gap[]; now: readonly GroupCount[]; before: readonly GroupCount[]; span: Span }> {
    const periods = lastDays(days, clock.now() + 1);
    const [now, before, totals] = await Promise.all([questions.countGroups(periods.now), questions.countGroups(periods.before), questions.totalGroups(groups.map(({ id }) => id))]);
    const [nowOf, beforeOf] = [Map.groupBy(now, ({ groupId }) => groupId), Map.groupBy(before, ({ groupId }) => groupId)];
    const gaps = groups.flatMap((group) => {
      const total = totals.get(group.id);
      return total ? [viewGap(group, total, nowOf.get(group.id) ?? [], beforeOf.get(group.id) ?? [], knowledge())] : [];
    });
    return { gaps, now, before, span: periods.now };
  }

  async function find(gapId: string, days = STANDARD_DAYS): Promise<{ gap: Gap; span: Span }> {
    const group = await questions.getGroup(gapId);
    const { gaps: [gap], span } = await viewAll(group ? [group] : [], days);
    if (!gap) throw new AppError('not-found', 'there is no such group of questions', { field: 'gapId' });
    return { gap, span };
  }

  return {
    async list({ days, state, locale, limit }) {
      const periods = lastDays(days, clock.now() + 1);
      const [groups, asked] = await Promise.all([questions.listGroups(periods.now.from), questions.count(periods.now)]);
      const { gaps, now, before } = await viewAll(groups, days);
      const wanted = gaps.filter((gap) => gap.count > 0 && (gap.state === 'closed') === (state === 'closed') && (locale === undefined || (gap.locales[locale] ?? 0) > 0));
      wanted.sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1));
      return {
        gaps: wanted.slice(0, limit), more: wanted.length > limit, since: periods.now.from, until: periods.now.to - 1,
        totals: { questions: asked, gaps: sum(now), gapsBefore: sum(before), locales: sumBy(now, (one) => one.locale) },
      };
    },

    async read(gapId, { days, limit }) {
      const { gap, span } = await find(gapId, days);
      const [listed, times] = await Promise.all([questions.listOfGroup(gapId, limit), questions.timesOfGroup(gapId, span)]);
      const steps = stepsOf(span).map((at) => ({ at, count: 0 }));
      const starts = steps.map(({ at }) => at);
      for (const at of times) {
        const step = steps[stepAt(starts, at)];
        if (step) step.count += 1;
      }
      return { gap, questions: listed.flatMap((question) => (question.text === null ? [] : [{ ...question, text: question.text }])), steps };
    },

    async close(gapId, editor, { total, note }) {
      const { gap } = await find(gapId);
      // More than there are cannot have been seen.
      await questions.closeGroup(gapId, { at: clock.now(), by: { id: editor.id, name: editor.name }, total: Math.min(total, gap.total), note: redact(note).text });
      return (await find(gapId)).gap;
    },

    async reopen(gapId) {
      await find(gapId);
      await questions.closeGroup(gapId, null);
      return (await find(gapId)).gap;
    },
  };
}

function viewGap(group: QuestionGroup, totals: { total: number; firstAt: number; lastAt: number }, now: readonly GroupCount[], before: readonly GroupCount[], knowledge: Knowledge): Gap {
  const { id, example, startedArticleId, closed } = group;
  return {
    id, example, startedArticleId, ...totals, state: gapState(totals.total, closed && closed.total),
    count: sum(now), before: sum(before), locales: sumBy(now, ({ locale }) => locale), outcomes: sumBy(now, ({ outcome }) => outcome),
    near: nearest(group.profile, knowledge), closed: closed && { at: closed.at, name: closed.by.name, total: closed.total, note: closed.note },
  };
}

function sum(counts: readonly GroupCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function sumBy<K extends string>(counts: readonly GroupCount[], keyOf: (count: GroupCount) => K): Partial<Record<K, number>> {
  const sums: Partial<Record<K, number>> = {};
  for (const one of counts) sums[keyOf(one)] = (sums[keyOf(one)] ?? 0) + one.count;
  return sums;
}

/** Published articles that the search takes the questions for, the likeliest first. */
function nearest({ classes, size }: GroupProfile, { base }: Knowledge): { articleId: string; score: number }[] {
  return Object.entries(classes)
    .flatMap(([label, weight]) => (label.startsWith('article:') ? [{ articleId: label.slice('article:'.length), score: Math.min(1, weight / size) }] : []))
    .filter(({ articleId }) => base.articles.has(articleId))
    .sort((a, b) => b.score - a.score || (a.articleId < b.articleId ? -1 : 1)).slice(0, MAX_NEAR);
}
