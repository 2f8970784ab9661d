import type { Calendar } from '../../../../domain/calendar.ts';

export type Span = Extract<Calendar, { kind: 'business' }>['week'][number][number];
export type SpanProblem = 'incomplete' | 'order' | 'overlap';

/** What is wrong with each span of one day, undefined where nothing is. */
export function findSpanProblems(spans: readonly Span[]): (SpanProblem | undefined)[] {
  return spans.map(({ from, to }, index) => {
    if (from === '' || to === '') return 'incomplete';
    if (from >= to) return 'order';
    const before = spans[index - 1];
    return before && before.to !== '' && before.to > from ? 'overlap' : undefined;
  });
}

/** True where the server would refuse the calendar. */
export function isBroken(calendar: Calendar): boolean {
  if (calendar.kind === 'always') return false;
  const { week } = calendar;
  return week.every((spans) => spans.length === 0) || week.some((spans) => findSpanProblems(spans).some((problem) => problem !== undefined));
}

/** The next span that a day is given: the usual hours first, then whatever is left of it after a break; undefined where nothing is. */
export function nextSpan(spans: readonly Span[]): Span | undefined {
  const last = spans.at(-1);
  if (!last) return { from: '09:00', to: '18:00' };
  const hour = Number(last.to.slice(0, 2)) + 1;
  if (last.to === '' || hour >= 24) return undefined;
  const end = Math.min(24, hour + 4);
  return { from: `${String(hour).padStart(2, '0')}:00`, to: `${String(end).padStart(2, '0')}:00` };
}
