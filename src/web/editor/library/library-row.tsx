import type { MouseEvent, ReactNode } from 'react';
import { LOCALE_TAGS, LOCALES, type Locale } from '../../../domain/locales.ts';
import type { EditedArticle } from '../../../protocol/documents.ts';
import { goTo } from '../../staff/controls/go-to.ts';
import { isPlainClick } from '../../staff/controls/plain-click.ts';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { cellState, titleFor, type CellState } from '../state/library-cells.ts';
import { pathToArticle } from '../state/place.ts';
import { StateMark } from './state-mark.tsx';
import { useCategoryName } from './use-category-name.ts';

interface LibraryRowProps {
  readonly article: EditedArticle;
  readonly index: number;
  /** In px from the top. */
  readonly start: number;
  readonly chosenLocale: Locale | null;
  readonly chosenState: CellState | null;
  /** Which cell is in the order of Tab; null for none of this row. */
  readonly focusedColumn: number | null;
  readonly onFocus: (column: number) => void;
}

/** An article and its languages. The first cell opens it in the reader's language. */
export function LibraryRow({ article, index, start, chosenLocale, chosenState, focusedColumn, onFocus }: LibraryRowProps) {
  const { t, preferences: { language } } = usePreferences();
  const categoryName = useCategoryName();
  const mark = article.draft?.state ?? (article.state === 'new' ? 'draft' : null);
  const facts = [article.category === null ? null : categoryName(article.category), article.id, mark && t(`editor.library.settings.${mark}`)].filter((fact) => fact !== null);
  return (
    <div role="row" className="grid-row" aria-rowindex={index + 2} style={{ transform: `translateY(${start}px)` }}>
      <span role="rowheader" className="grid-title">
        <CellLink href={pathToArticle(article.id, chosenLocale ?? 'en')} isInOrder={focusedColumn === 0} onFocus={() => { onFocus(0); }}>
          <bdi className="grid-name">{titleFor(article, language)}</bdi><span className="grid-facts">{facts.join(' · ')}</span>
        </CellLink>
      </span>
      {LOCALE_TAGS.map((tag, i) => {
        const state = cellState(article, article.translations[tag]);
        const label = `${languageName(tag, language)}: ${t(`editor.states.${state}`)}`;
        return (
          <span key={tag} role="gridcell" className="grid-cell" data-faint={isFaint(tag, state, chosenLocale, chosenState)}>
            <CellLink href={pathToArticle(article.id, tag)} label={label} title={`${LOCALES[tag].name} · ${t(`editor.states.${state}`)}`} isInOrder={focusedColumn === i + 1} onFocus={() => { onFocus(i + 1); }}>
              <StateMark state={state} wordless />
            </CellLink>
          </span>
        );
      })}
    </div>
  );
}

/** What is not asked for steps back, so that the rest is seen. */
function isFaint(tag: Locale, state: CellState, chosenLocale: Locale | null, chosenState: CellState | null): boolean {
  return (chosenLocale !== null && tag !== chosenLocale) || (chosenState !== null && state !== chosenState);
}

interface CellLinkProps {
  readonly href: string;
  readonly label?: string;
  readonly title?: string;
  readonly isInOrder: boolean;
  readonly onFocus: () => void;
  readonly children: ReactNode;
}

function CellLink({ href, label, title, isInOrder, onFocus, children }: CellLinkProps) {
  function press(event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(href);
  }
  return <a data-cell className="cell-link" href={href} aria-label={label} title={title} tabIndex={isInOrder ? 0 : -1} onFocus={onFocus} onClick={press}>{children}</a>;
}
