import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { LOCALE_TAGS, type Locale } from '../../../domain/locales.ts';
import type { EditedArticle } from '../../../protocol/documents.ts';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { CellState } from '../state/library-cells.ts';
import { LibraryRow } from './library-row.tsx';
import { useGridCursor } from './use-grid-cursor.ts';

interface LibraryGridProps {
  readonly articles: readonly EditedArticle[];
  /** What is filtered by stands out. */
  readonly locale: Locale | null;
  readonly state: CellState | null;
}

const ROW_HEIGHT = 44;
/** More than a screen, so that arrows find the next row drawn. */
const OVERSCAN = 12;

/** Article × language. The arrows move in it, Enter opens what is marked. */
export function LibraryGrid({ articles, locale, state }: LibraryGridProps) {
  const { t, preferences: { language } } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: articles.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: OVERSCAN, scrollPaddingStart: 40 });
  const cursor = useGridCursor({ rows: articles.length, columns: LOCALE_TAGS.length + 1, scrollTo: (row) => { rows.scrollToIndex(row); } });
  return (
    <div className="grid-scroller" ref={scroller}>
      <div role="grid" className="grid" aria-label={t('editor.library.grid')} aria-rowcount={articles.length + 1} aria-colcount={LOCALE_TAGS.length + 1} onKeyDown={cursor.onKeyDown} ref={cursor.grid}>
        <div role="row" className="grid-head" aria-rowindex={1}>
          <span role="columnheader" className="grid-title">{t('editor.library.article')}</span>
          {LOCALE_TAGS.map((tag) => (
            <span key={tag} role="columnheader" className="grid-locale" data-chosen={tag === locale} title={languageName(tag, language)} aria-label={languageName(tag, language)}>{tag}</span>
          ))}
        </div>
        <div role="rowgroup" className="grid-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const article = articles[index];
            return article && (
              <LibraryRow key={article.id} article={article} index={index} start={start} chosenLocale={locale} chosenState={state}
                focusedColumn={cursor.at.row === index ? cursor.at.column : null} onFocus={(column) => { cursor.moveTo({ row: index, column }); }} />
            );
          })}
        </div>
      </div>
    </div>
  );
}
