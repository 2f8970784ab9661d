import type { Tally } from '../../../../protocol/reports.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { Figure } from '../../../staff/charts/figure.tsx';
import { againShare, assistantShare, keptShare, meanRating, solvedShare } from './format-report.ts';
import { useReportWords } from './use-report-words.ts';

/** The period in eight numbers. */
export function ReportFigures({ total }: { total: Tally }) {
  const { t } = usePreferences();
  const { number, percent, duration, decimal } = useReportWords();
  const rated = total.ratings.reduce((sum, count) => sum + count, 0);
  const of90 = (ms: number | null): string => t('supervise.reports.p90Of', { time: duration(ms) });
  return (
    <dl className="figures">
      <Figure label={t('supervise.reports.volume')} value={number(total.begun)} note={t('supervise.reports.stillOpen', { count: total.open })} />
      <Figure label={t('supervise.reports.byAssistant')} value={percent(assistantShare(total))} note={t('supervise.reports.confirmedAssumed', { confirmed: number(total.confirmed), assumed: number(total.assumed) })} />
      <Figure label={t('supervise.reports.again')} value={percent(againShare(total))} note={t('supervise.reports.againWords', { count: total.again })} />
      <Figure label={t('supervise.reports.firstResponse')} value={duration(total.firstResponse.p50)} note={of90(total.firstResponse.p90)} />
      <Figure label={t('supervise.reports.resolution')} value={duration(total.resolution.p50)} note={of90(total.resolution.p90)} />
      <Figure label={t('supervise.reports.slaKept')} value={percent(keptShare(total))} note={t('supervise.reports.handedOver', { count: total.handed })} />
      <Figure label={t('supervise.reports.rating')} value={decimal(meanRating(total))} note={t('supervise.reports.ratedBy', { count: rated })} />
      <Figure label={t('supervise.reports.solved')} value={percent(solvedShare(total))} note={t('supervise.reports.askedOf', { count: total.solved + total.unsolved })} />
    </dl>
  );
}
