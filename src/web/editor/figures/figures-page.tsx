import { ChartColumn } from 'lucide-react';
import { useCallback } from 'react';
import { isLocale } from '../../../domain/locales.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { LocaleChoice } from '../numbers/locale-choice.tsx';
import { PeriodChoice } from '../numbers/period-choice.tsx';
import { readDays, writeDays } from '../numbers/period.ts';
import { useQuery } from '../sections/use-query.ts';
import { ArticleFiguresPage } from './article-figures-page.tsx';
import { FiguresTable } from './figures-table.tsx';

/** How articles do: all of them, or one. @param part id of that one. */
export function FiguresPage({ part: articleId }: { part: string }) {
  return articleId === '' ? <AllFigures /> : <ArticleFiguresPage key={articleId} articleId={articleId} />;
}

function AllFigures() {
  const { t } = usePreferences();
  const { api } = useEditor();
  const [query, change] = useQuery();
  const days = readDays(query);
  const asked = query.get('locale');
  const locale = isLocale(asked) ? asked : null;
  const read = useCallback(() => api.listArticleFigures(days, locale), [api, days, locale]);
  const { value, failed, reload } = useLoaded(read);
  const isUnused = value?.articles.every(({ now, before }) => now.uses + before.uses + now.votes.helped + now.votes.notHelped === 0) ?? false;
  return (
    <div className="section-body figures-page">
      <header className="section-head">
        <h1>{t('editor.figures.title')}</h1>
        <div className="figures-filters">
          <PeriodChoice days={days} onChange={(next) => { change({ days: writeDays(next) }); }} />
          <LocaleChoice locale={locale} onChange={(next) => { change({ locale: next }); }} />
        </div>
      </header>
      <p className="form-lead">{t('editor.figures.lead')}</p>
      {!value ? <PageState failed={failed} onRetry={reload} /> : isUnused ? (
        <div className="placeholder placeholder-large"><ChartColumn size={24} aria-hidden /><h2>{t('editor.figures.none.title')}</h2><p>{t('editor.figures.none.words')}</p></div>
      ) : <FiguresTable rows={value.articles} />}
    </div>
  );
}
