import { Download } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useDeskApi } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { PageLoading, PageProblem } from './page-problem.tsx';
import { Breakdown } from './reports/breakdown.tsx';
import { Comments } from './reports/comments.tsx';
import { FilterBar } from './reports/filter-bar.tsx';
import { PeriodPicker } from './reports/period-picker.tsx';
import { dayOf, problemOf, readAddress, toAddress, toQuery, type ReportChoice } from './reports/report-choice.ts';
import { ReportCharts } from './reports/report-charts.tsx';
import { ReportFigures } from './reports/report-figures.tsx';
import { usePolling } from './use-polling.ts';

/** How the desk did over time. What is chosen stands in the address. */
export function ReportsPage() {
  const { t } = usePreferences();
  const api = useDeskApi();
  const [choice, setChoice] = useState(() => readAddress(location.search, dayOf(Date.now())));
  // A period that cannot be asked for leaves what was shown before.
  const [asked, setAsked] = useState(choice);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const query = toQuery(asked, timeZone);
  const load = useCallback(async () => ({ asked, report: await api.getReport(toQuery(asked, timeZone)) }), [api, asked, timeZone]);
  const { data, at, problem, reload } = usePolling(load, null);
  useEffect(() => { history.replaceState(history.state, '', `${location.pathname}?${toAddress(asked)}`); }, [asked]);

  const change = (changed: ReportChoice): void => {
    setChoice(changed);
    if (problemOf(changed) === null) setAsked(changed);
  };
  const csv = (table: string): string => `/api/desk/reports/csv?${query}&table=${table}`;
  return (
    <div className="section-body reports" aria-busy={data?.asked !== asked}>
      <header className="section-head">
        <div>
          <h1>{t('sections.reports')}</h1>
          <p className="faint">{t('supervise.reports.words', { timeZone })}</p>
        </div>
        <a className="button" href={csv('conversations')} download><Download size={14} aria-hidden />{t('supervise.reports.rawCsv')}</a>
      </header>
      <div className="report-choice">
        <PeriodPicker choice={choice} onChange={change} />
        <FilterBar choice={choice} report={data?.report ?? null} onChange={change} />
      </div>
      {problem !== null && <PageProblem code={problem} since={at} onRetry={reload} />}
      {data ? (
        <div className="report" data-stale={data.asked !== asked}>
          <ReportFigures total={data.report.total} />
          <ReportCharts report={data.report} choice={data.asked} csv={csv} />
          <Comments comments={data.report.comments} csv={csv('comments')} />
          <Breakdown report={data.report} csv={csv} onNarrow={(dimension, key) => { change({ ...choice, filters: { ...choice.filters, [dimension]: key } }); }} />
        </div>
      ) : problem === null && <PageLoading blocks={4} />}
    </div>
  );
}
