import { BookPlus, Plus, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { PageState } from '../../staff/controls/page-state.tsx';
import { formatNumber } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor, type Library } from '../connection/editor-context.tsx';
import { filterArticles, NO_FILTER } from '../state/library-cells.ts';
import { LibraryFilters } from './library-filters.tsx';
import { LibraryGrid } from './library-grid.tsx';
import { NewArticleDialog } from './new-article-dialog.tsx';
import { useLibraryFilter } from './use-library-filter.ts';

/** Every article in every language, and what is missing or has become false. */
export function LibraryPage() {
  const { t } = usePreferences();
  const { library: { value, failed, reload } } = useEditor();
  const [isNew, setNew] = useState(false);
  return (
    <div className="library">
      <header className="library-head">
        <h1>{t('editor.library.title')}</h1>
        <Button className="button" data-kind="primary" onPress={() => { setNew(true); }} isDisabled={!value}><Plus size={16} aria-hidden />{t('editor.library.new')}</Button>
      </header>
      {value ? <LibraryBody library={value} onNew={() => { setNew(true); }} /> : <div className="library-state"><PageState failed={failed} onRetry={reload} /></div>}
      {isNew && value && <NewArticleDialog library={value} onClose={() => { setNew(false); }} />}
    </div>
  );
}

function LibraryBody({ library, onNew }: { library: Library; onNew: () => void }) {
  const { t, preferences: { language } } = usePreferences();
  const [filter, change] = useLibraryFilter();
  const { articles, categories } = library;
  const shown = useMemo(() => filterArticles(articles, categories.map(({ id }) => id), filter), [articles, categories, filter]);
  if (articles.length === 0) {
    return (
      <div className="placeholder placeholder-large">
        <BookPlus size={24} aria-hidden /><h2>{t('editor.library.none.title')}</h2><p>{t('editor.library.none.words')}</p>
        <Button className="button" data-kind="primary" onPress={onNew}>{t('editor.library.new')}</Button>
      </div>
    );
  }
  return (
    <>
      <LibraryFilters library={library} filter={filter} onChange={change} />
      <p className="library-count" role="status">{t('editor.library.count', { count: shown.length, number: formatNumber(shown.length, language) })}</p>
      {shown.length > 0 ? <LibraryGrid articles={shown} locale={filter.locale} state={filter.state} /> : (
        <div className="placeholder placeholder-large">
          <SearchX size={24} aria-hidden /><h2>{t('editor.library.nothing.title')}</h2><p>{t('editor.library.nothing.words')}</p>
          <Button className="button" onPress={() => { change(NO_FILTER); }}>{t('editor.library.nothing.clear')}</Button>
        </div>
      )}
    </>
  );
}
