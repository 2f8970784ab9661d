import { ChartCard } from '../../staff/charts/chart-card.tsx';
import { Lines, StackedBars } from '../../staff/charts/plots.tsx';
import type { Point, Series } from '../../staff/charts/series.ts';
import { tableOf } from '../../staff/charts/table-of.ts';
import { formatDay, formatNumber } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

interface StepChartProps {
  readonly title: string;
  /** What is counted. */
  readonly unit: string;
  /** In the order of time; `at` is when a step begins. */
  readonly steps: readonly (Readonly<Record<string, number>> & { readonly at: number })[];
  readonly series: readonly Series[];
}

/** Numbers over the period: one kind as bars, several as lines. */
export function StepChart({ title, unit, steps, series }: StepChartProps) {
  const { t, preferences: { language } } = usePreferences();
  const format = (value: number): string => formatNumber(value, language);
  const points: Point[] = steps.map(({ at, ...values }) => ({ ...values, name: new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }).format(at) }));
  const days = t('supervise.reports.fromTo', { from: formatDay(steps[0]?.at ?? 0, language), to: formatDay(Date.now(), language) });
  const isEmpty = steps.every((step) => series.every(({ key }) => (step[key] ?? 0) === 0));
  return (
    <ChartCard title={title} words={t('supervise.reports.unitAndPeriod', { unit, days })} series={series} empty={isEmpty} table={tableOf(t('editor.numbers.from'), points, series, format)}>
      {series.length === 1 ? <StackedBars title={title} points={points} series={series} format={format} /> : <Lines title={title} points={points} series={series} format={format} isCount />}
    </ChartCard>
  );
}
