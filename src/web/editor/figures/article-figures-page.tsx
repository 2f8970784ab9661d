import { ArrowLeft, PencilLine } from 'lucide-react';
import { useCallback } from 'react';
import type { RouteOutput } from '../../../protocol/http.ts';
import { COLORS, type Series } from '../../staff/charts/series.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { PageState } from '../../staff/controls/page-state.tsx';
import { RequestError } from '../../staff/connection/request.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { useArticleTitle } from '../library/use-article-title.ts';
import { PeriodChoice } from '../numbers/period-choice.tsx';
import { readDays, writeDays } from '../numbers/period.ts';
import { StepChart } from '../numbers/step-chart.tsx';
import { useQuery } from '../sections/use-query.ts';
import { pathToArticle } from '../state/place.ts';
import { AttractingTable } from './attracting-table.tsx';
import { LocaleTable } from './locale-table.tsx';
import { UnhelpedList } from './unhelped-list.tsx';
import { UseFigures } from './use-figures.tsx';

/** One article: how often it is the answer, for whom, and what it does not help. */
export function ArticleFiguresPage({ articleId }: { articleId: string }) {
  const { t, preferences: { language } } = usePreferences();
  const { api } = useEditor();
  const [query, change] = useQuery();
  const days = readDays(query);
  const titleOf = useArticleTitle();
  const read = useCallback(() => api.readArticleFigures(articleId, days), [api, articleId, days]);
  const { value, failed, error, reload } = useLoaded(read);
  const isGone = error instanceof RequestError && error.code === 'not-found';
  return (
    <div className="section-body figures-page">
      <header className="figures-head">
        <InnerLink className="figures-back" href={`/editor/figures${location.search}`}><ArrowLeft size={14} className="mirrored" aria-hidden />{t('editor.figures.title')}</InnerLink>
        <div className="section-head">
          <h1><bdi>{titleOf(articleId)}</bdi></h1>
          <div className="figures-filters">
            <PeriodChoice days={days} onChange={(next) => { change({ days: writeDays(next) }); }} />
            <InnerLink className="button" href={pathToArticle(articleId, language)}><PencilLine size={14} aria-hidden />{t('editor.figures.edit')}</InnerLink>
          </div>
        </div>
      </header>
      {value ? <OneArticle figures={value} /> : isGone ? <p>{t('editor.figures.gone')}</p> : <PageState failed={failed} onRetry={reload} />}
    </div>
  );
}

function OneArticle({ figures }: { figures: RouteOutput<'readArticleFigures'> }) {
  const { t } = usePreferences();
  const { articleId, now, before, steps, locales, attracting, unhelped } = figures;
  const series: Series[] = [
    { key: 'uses', label: t('editor.figures.columns.uses'), color: COLORS.main },
    { key: 'notHelped', label: t('editor.figures.columns.notHelped'), color: COLORS.bad, dashed: true },
    { key: 'handedOver', label: t('editor.figures.columns.handedOver'), color: COLORS.second, dashed: true },
  ];
  return (
    <>
      <UseFigures now={now} before={before} />
      <div className="figures-columns">
        <StepChart title={t('editor.figures.chart')} unit={t('editor.gaps.unit')} steps={steps} series={series} />
        <LocaleTable rows={locales} />
      </div>
      <AttractingTable articleId={articleId} rows={attracting} />
      <UnhelpedList questions={unhelped} />
    </>
  );
}
