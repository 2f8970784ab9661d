import { MessageCircleQuestion } from 'lucide-react';
import { useCallback } from 'react';
import { isLocale } from '../../../domain/locales.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { readDays } from '../numbers/period.ts';
import { useQuery } from '../sections/use-query.ts';
import { GapFilters, GapTotals } from './gap-filters.tsx';
import { GapList } from './gap-list.tsx';
import { GapPane } from './gap-pane.tsx';

/** New questions come in while somebody looks at the list. */
const REFRESH_MS = 30_000;

/** What contacts ask that nobody answers: the groups, and the one that is open beside them. @param part id of that one. */
export function GapsPage({ part: gapId }: { part: string }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const [query, change] = useQuery();
  const days = readDays(query);
  const state = query.get('state') === 'closed' ? 'closed' as const : 'open' as const;
  const asked = query.get('locale');
  const locale = isLocale(asked) ? asked : null;
  const read = useCallback(() => api.listGaps({ days, state, locale }), [api, days, state, locale]);
  const { value, failed, reload } = useLoaded(read, REFRESH_MS);
  return (
    <div className="gaps" data-open={gapId !== ''}>
      <section className="gaps-side" aria-label={t('editor.gaps.title')}>
        <header className="gaps-head"><h1>{t('editor.gaps.title')}</h1></header>
        <GapFilters days={days} state={state} locale={locale} onChange={change} />
        {!value ? <div className="gaps-state"><PageState failed={failed} onRetry={reload} /></div> : (
          <>
            <GapTotals totals={value.totals} days={days} />
            {value.gaps.length > 0 ? <GapList gaps={value.gaps} more={value.more} openId={gapId} /> : <NoGaps state={state} />}
          </>
        )}
      </section>
      {gapId === '' ? <div className="gap-pane gap-none"><p>{value && value.gaps.length > 0 && t('editor.gaps.choose')}</p></div> : <GapPane key={gapId} gapId={gapId} days={days} onChanged={reload} />}
    </div>
  );
}

function NoGaps({ state }: { state: 'open' | 'closed' }) {
  const { t } = usePreferences();
  return <div className="placeholder"><MessageCircleQuestion size={24} aria-hidden /><h2>{t(`editor.gaps.none.${state}`)}</h2><p>{t(`editor.gaps.none.${state}Words`)}</p></div>;
}
