import { useCallback, useState } from 'react';
import type { ReviewReport } from '../../../../protocol/reports.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { formatMoment } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { Figure } from '../../../staff/charts/figure.tsx';
import { conversationPath, goTo } from '../go-to.ts';
import { PageLoading, PageProblem } from '../page-problem.tsx';
import { ChartCard } from '../../../staff/charts/chart-card.tsx';
import { formatStep } from '../reports/format-report.ts';
import { PeriodPicker } from '../reports/period-picker.tsx';
import { Lines } from '../../../staff/charts/plots.tsx';
import { dayOf, problemOf, readAddress, toQuery, type ReportChoice } from '../reports/report-choice.ts';
import { COLORS, type Point, type Series } from '../../../staff/charts/series.ts';
import { useReportWords } from '../reports/use-report-words.ts';
import { usePolling } from '../use-polling.ts';
import { labelOf, useRubric, type Rubric } from './use-rubric.ts';

const SCORES = [0, 1, 2, 3, 4, 5];

/** What reviews said: in total, over time, by agent and criterion. */
export function ResultsTab() {
  const api = useDeskApi();
  const rubric = useRubric();
  const [choice, setChoice] = useState(() => readAddress('', dayOf(Date.now())));
  const [asked, setAsked] = useState(choice);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const load = useCallback(async () => ({ asked, report: await api.getReviewReport(toQuery(asked, timeZone)) }), [api, asked, timeZone]);
  const { data, at, problem, reload } = usePolling(load, null);
  const change = (changed: ReportChoice): void => {
    setChoice(changed);
    if (problemOf(changed) === null) setAsked(changed);
  };
  return (
    <div className="results-tab" aria-busy={data?.asked !== asked}>
      <PeriodPicker choice={choice} onChange={change} />
      {problem !== null && <PageProblem code={problem} since={at} onRetry={reload} />}
      {data ? <Results report={data.report} choice={data.asked} rubric={rubric} /> : problem === null && <PageLoading blocks={2} />}
    </div>
  );
}

function Results({ report, choice, rubric }: { report: ReviewReport; choice: ReportChoice; rubric: Rubric | null }) {
  const { t, preferences: { language } } = usePreferences();
  const { number, decimal } = useReportWords();
  const series: Series[] = [{ key: 'mean', label: t('supervise.quality.mean'), color: COLORS.main }];
  const points: Point[] = report.series.map(({ at, mean }) => ({ name: formatStep(at, choice.step, language, choice.from !== choice.to), mean }));
  return (
    <>
      <dl className="figures">
        <Figure label={t('supervise.quality.reviews')} value={number(report.total.count)} />
        <Figure label={t('supervise.quality.mean')} value={decimal(report.total.mean)} note={t('supervise.quality.outOf')} />
        {report.criteria.map(({ id, mean }) => <Figure key={id} label={labelOf(rubric, id)} value={decimal(mean)} />)}
      </dl>
      <ChartCard
        title={t('supervise.quality.overTime')} words={t('supervise.quality.outOf')} series={series} empty={report.total.count === 0}
        table={{ head: t(`supervise.reports.steps.${choice.step}`), rows: points.map((point) => ({ name: point.name, cells: [typeof point['mean'] === 'number' ? decimal(point['mean']) : '–'] })) }}
      >
        <Lines title={t('supervise.quality.overTime')} points={points} series={series} format={decimal} ticks={SCORES} />
      </ChartCard>
      {report.agents.length > 0 && <AgentScores report={report} rubric={rubric} />}
      {report.latest.length > 0 && <LatestReviews report={report} />}
    </>
  );
}

function AgentScores({ report: { agents, criteria }, rubric }: { report: ReviewReport; rubric: Rubric | null }) {
  const { t } = usePreferences();
  const { number, decimal } = useReportWords();
  return (
    <section className="chart-card" aria-labelledby="agent-scores">
      <h3 id="agent-scores">{t('supervise.quality.byAgent')}</h3>
      <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="agent-scores">
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t('supervise.agent')}</th><th scope="col" className="number">{t('supervise.quality.reviews')}</th><th scope="col" className="number">{t('supervise.quality.mean')}</th>
              {criteria.map(({ id }) => <th key={id} scope="col" className="number">{labelOf(rubric, id)}</th>)}
            </tr>
          </thead>
          <tbody>
            {agents.map(({ agentId, name, count, mean, criteria: theirs }) => (
              <tr key={agentId ?? ''}>
                <th scope="row">{name ?? t('typing.somebody')}</th><td className="number">{number(count)}</td><td className="number"><strong>{decimal(mean)}</strong></td>
                {criteria.map(({ id }) => <td key={id} className="number">{decimal(theirs[id]?.mean ?? null)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LatestReviews({ report }: { report: ReviewReport }) {
  const { t, preferences: { language } } = usePreferences();
  const { decimal } = useReportWords();
  return (
    <section className="chart-card" aria-labelledby="latest-reviews">
      <h3 id="latest-reviews">{t('supervise.quality.latest')}</h3>
      <ul className="comment-list" tabIndex={0} aria-labelledby="latest-reviews">
        {report.latest.map(({ conversationId, at, reviewer, name, scores, comment }) => {
          const values = Object.values(scores);
          return (
            <li key={`${conversationId} ${at}`}>
              <p className="faint">
                <strong>{decimal(values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length))}</strong> · {t('supervise.quality.reviewOf', { name: name ?? t('typing.somebody'), reviewer })} · <a href={conversationPath(conversationId)} onClick={goTo}>{formatMoment(at, language)}</a>
              </p>
              {comment && <blockquote dir="auto">{comment}</blockquote>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
