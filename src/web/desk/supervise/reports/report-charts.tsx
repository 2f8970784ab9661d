import { SLA_TARGETS } from '../../../../domain/sla.ts';
import type { Report, Tally } from '../../../../protocol/reports.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ChartCard } from '../../../staff/charts/chart-card.tsx';
import { againShare, assistantShare, formatStep, shareOf, unitFor } from './format-report.ts';
import { Lines, NamedBars, StackedBars } from '../../../staff/charts/plots.tsx';
import type { ReportChoice } from './report-choice.ts';
import { COLORS, type Point, type Series } from '../../../staff/charts/series.ts';
import { tableOf } from '../../../staff/charts/table-of.ts';
import { useReportWords } from './use-report-words.ts';

const SHARES = [0, 0.25, 0.5, 0.75, 1];

interface ReportChartsProps {
  readonly report: Report;
  readonly choice: ReportChoice;
  readonly csv: (table: string) => string;
}

/** The report as plots, each with its table. */
export function ReportCharts(props: ReportChartsProps) {
  return (
    <div className="charts">
      <VolumeChart {...props} />
      <ShareChart {...props} />
      <SpreadChart {...props} of="firstResponse" />
      <SpreadChart {...props} of="resolution" />
      <ReasonsChart {...props} />
      <SlaChart {...props} />
      <RatingsChart {...props} />
    </div>
  );
}

/** Names the steps of the period, and says its days under a plot. */
function usePeriod({ choice, report }: ReportChartsProps) {
  const { t, preferences: { language } } = usePreferences();
  const day = (at: number): string => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);
  const days = choice.from === choice.to ? day(report.from) : t('supervise.reports.fromTo', { from: day(report.from), to: day(report.to - 1) });
  return {
    nameOf: (at: number) => formatStep(at, choice.step, language, choice.from !== choice.to),
    words: (unit: string) => t('supervise.reports.unitAndPeriod', { unit, days }),
    stepHead: t(`supervise.reports.steps.${choice.step}`),
  };
}

function VolumeChart(props: ReportChartsProps) {
  const { t } = usePreferences();
  const { number } = useReportWords();
  const { nameOf, words, stepHead } = usePeriod(props);
  const parts = { assistant: ({ confirmed, assumed }: Tally) => confirmed + assumed, people: ({ byAgents }: Tally) => byAgents, open: ({ open }: Tally) => open };
  const series: Series[] = [
    { key: 'assistant', label: t('supervise.reports.ends.assistant'), color: COLORS.main },
    { key: 'people', label: t('supervise.reports.ends.people'), color: COLORS.second },
    { key: 'open', label: t('supervise.reports.ends.open'), color: COLORS.third },
  ];
  const points: Point[] = props.report.series.map(({ at, tally }) => ({ name: nameOf(at), assistant: parts.assistant(tally), people: parts.people(tally), open: parts.open(tally) }));
  const title = t('supervise.reports.charts.volume');
  return (
    <ChartCard title={title} words={words(t('supervise.reports.units.begun'))} series={series} csv={props.csv('series')} empty={props.report.total.begun === 0} table={tableOf(stepHead, points, series, number)}>
      <StackedBars title={title} points={points} series={series} format={number} />
    </ChartCard>
  );
}

function ShareChart(props: ReportChartsProps) {
  const { t } = usePreferences();
  const { percent } = useReportWords();
  const { nameOf, words, stepHead } = usePeriod(props);
  const series: Series[] = [
    { key: 'share', label: t('supervise.reports.byAssistant'), color: COLORS.main },
    { key: 'again', label: t('supervise.reports.again'), color: COLORS.second, dashed: true },
  ];
  const points: Point[] = props.report.series.map(({ at, tally }) => ({ name: nameOf(at), share: assistantShare(tally), again: againShare(tally) }));
  const title = t('supervise.reports.charts.assistant');
  return (
    <ChartCard title={title} words={words(t('supervise.reports.units.share'))} series={series} csv={props.csv('series')} empty={assistantShare(props.report.total) === null} table={tableOf(stepHead, points, series, percent)}>
      <Lines title={title} points={points} series={series} format={percent} ticks={SHARES} />
    </ChartCard>
  );
}

function SpreadChart({ of, ...props }: ReportChartsProps & { of: 'firstResponse' | 'resolution' }) {
  const { t } = usePreferences();
  const { decimal, duration } = useReportWords();
  const { nameOf, words, stepHead } = usePeriod(props);
  const { unit, ms } = unitFor(props.report.series.map(({ tally }) => tally[of].p90));
  const inUnit = (value: number | null): number | null => (value === null ? null : value / ms);
  const series: Series[] = [
    { key: 'p50', label: t('supervise.reports.p50'), color: COLORS.main },
    { key: 'p90', label: t('supervise.reports.p90'), color: COLORS.second, dashed: true },
  ];
  const points: Point[] = props.report.series.map(({ at, tally }) => ({ name: nameOf(at), p50: inUnit(tally[of].p50), p90: inUnit(tally[of].p90) }));
  const title = t(`supervise.reports.charts.${of}`);
  return (
    <ChartCard
      title={title} words={words(t(`supervise.reports.units.${unit}`))} series={series} csv={props.csv('series')} empty={props.report.total[of].count === 0}
      table={tableOf(stepHead, points, series, (value) => duration(value * ms))}
    >
      <Lines title={title} points={points} series={series} format={decimal} />
    </ChartCard>
  );
}

function ReasonsChart(props: ReportChartsProps) {
  const { t } = usePreferences();
  const { number } = useReportWords();
  const { words } = usePeriod(props);
  const series: Series[] = [{ key: 'count', label: t('supervise.reports.volume'), color: COLORS.main }];
  const points: Point[] = props.report.reasons.map(({ reason, count }) => ({ name: t(`supervise.reports.reasons.${reason ?? 'stepped-in'}`), count }));
  const title = t('supervise.reports.charts.reasons');
  return (
    <ChartCard title={title} words={words(t('supervise.reports.units.handed'))} series={series} csv={props.csv('reasons')} tall empty={points.length === 0} table={tableOf(t('supervise.reports.reason'), points, series, number)}>
      <NamedBars title={title} points={points} series={series} format={number} />
    </ChartCard>
  );
}

function SlaChart(props: ReportChartsProps) {
  const { t } = usePreferences();
  const { number, percent } = useReportWords();
  const { words } = usePeriod(props);
  const series: Series[] = [
    { key: 'kept', label: t('supervise.reports.kept'), color: COLORS.main },
    { key: 'breached', label: t('supervise.reports.breached'), color: COLORS.bad },
  ];
  const { sla } = props.report.total;
  const points: Point[] = SLA_TARGETS.map((target) => ({ name: `${t(`supervise.reports.targets.${target}`)} · ${percent(shareOf(sla[target].kept, sla[target].kept + sla[target].breached))}`, ...sla[target] }));
  const title = t('supervise.reports.charts.sla');
  return (
    <ChartCard title={title} words={words(t('supervise.reports.units.promises'))} series={series} csv={props.csv('sla')} empty={points.every((point) => point['kept'] === 0 && point['breached'] === 0)} table={tableOf(t('supervise.reports.target'), points, series, number)}>
      <NamedBars title={title} points={points} series={series} format={number} />
    </ChartCard>
  );
}

function RatingsChart(props: ReportChartsProps) {
  const { t } = usePreferences();
  const { number } = useReportWords();
  const { words } = usePeriod(props);
  const series: Series[] = [{ key: 'count', label: t('supervise.reports.volume'), color: COLORS.main }];
  const points: Point[] = props.report.total.ratings.map((count, index) => ({ name: t('supervise.reports.stars', { count: index + 1 }), count }));
  const title = t('supervise.reports.charts.ratings');
  return (
    <ChartCard title={title} words={words(t('supervise.reports.units.rated'))} series={series} csv={props.csv('ratings')} empty={props.report.total.ratings.every((count) => count === 0)} table={tableOf(t('supervise.reports.rating'), points, series, number)}>
      <NamedBars title={title} points={points} series={series} format={number} />
    </ChartCard>
  );
}
