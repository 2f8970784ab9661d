import type { Locale } from '../../../domain/locales.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import { formatNumber, formatPercent } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { LocaleChoice } from '../numbers/locale-choice.tsx';
import { PeriodChoice, Segments } from '../numbers/period-choice.tsx';
import { writeDays } from '../numbers/period.ts';
import { TrendMark } from '../numbers/trend-mark.tsx';

interface GapFiltersProps {
  readonly days: number;
  readonly state: 'open' | 'closed';
  readonly locale: Locale | null;
  readonly onChange: (change: Readonly<Record<string, string | null>>) => void;
}

/** Which groups, and over how long. */
export function GapFilters({ days, state, locale, onChange }: GapFiltersProps) {
  const { t } = usePreferences();
  return (
    <div className="gaps-filters">
      <Segments label={t('editor.gaps.state')} value={state} choices={(['open', 'closed'] as const).map((id) => ({ id, name: t(`editor.gaps.states.${id}`) }))} onChange={(id) => { onChange({ state: id === 'open' ? null : id }); }} />
      <PeriodChoice days={days} onChange={(next) => { onChange({ days: writeDays(next) }); }} />
      <LocaleChoice locale={locale} onChange={(next) => { onChange({ locale: next }); }} />
    </div>
  );
}

/** How much of what was asked found no good answer. */
export function GapTotals({ totals: { questions, gaps, gapsBefore }, days }: { totals: RouteOutput<'listGaps'>['totals']; days: number }) {
  const { t, preferences: { language } } = usePreferences();
  if (questions === 0) return <p className="gaps-totals">{t('editor.gaps.noQuestions', { count: days })}</p>;
  const values = { gaps: formatNumber(gaps, language), questions: formatNumber(questions, language), share: formatPercent(gaps / questions, language) };
  return <p className="gaps-totals" role="status">{t('editor.gaps.totals', values)} <TrendMark now={gaps} before={gapsBefore} /></p>;
}
