import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Input, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { LOCALE_TAGS, type Locale } from '../../../domain/locales.ts';
import { ChoiceSelect } from '../../staff/controls/choice-select.tsx';
import { formatNumber, languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Library } from '../connection/editor-context.tsx';
import { CELL_STATES, countCells, type CellState, type LibraryFilter } from '../state/library-cells.ts';
import { useCategoryName } from './use-category-name.ts';
import { StateMark } from './state-mark.tsx';

interface LibraryFiltersProps {
  readonly library: Library;
  readonly filter: LibraryFilter;
  readonly onChange: (change: Partial<LibraryFilter>) => void;
}

const ALL = 'all';

/** Narrows the library; the chips of states are at once the legend of the grid. */
export function LibraryFilters({ library, filter, onChange }: LibraryFiltersProps) {
  const { t, preferences: { language } } = usePreferences();
  const categoryName = useCategoryName();
  const counts = useMemo(() => countCells(library.articles, filter.locale), [library, filter.locale]);
  return (
    <div className="library-filters">
      <FindField text={filter.text} onChange={(text) => { onChange({ text }); }} />
      <ChoiceSelect label={t('editor.library.category')} isLabelHidden value={filter.category ?? ALL} onChange={(id) => { onChange({ category: id === ALL ? null : id }); }}
        choices={[{ id: ALL, name: t('editor.library.allCategories') }, ...library.categories.map(({ id }) => ({ id, name: categoryName(id) }))]} />
      <ChoiceSelect<Locale | typeof ALL> label={t('editor.library.locale')} isLabelHidden value={filter.locale ?? ALL} onChange={(id) => { onChange({ locale: id === ALL ? null : id }); }}
        choices={[{ id: ALL, name: t('editor.library.allLocales') }, ...LOCALE_TAGS.map((id) => ({ id, name: languageName(id, language) }))]} />
      <ToggleButtonGroup className="chips" aria-label={t('editor.library.state')} selectionMode="single" selectedKeys={filter.state ? [filter.state] : []}
        onSelectionChange={(keys) => { onChange({ state: ([...keys][0] as CellState | undefined) ?? null }); }}>
        {CELL_STATES.map((state) => (
          <ToggleButton key={state} id={state} className="chip state-chip">
            <StateMark state={state} /><span className="chip-count">{formatNumber(counts[state], language)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function FindField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = usePreferences();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || (event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable], [role="dialog"]'))) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, []);
  return (
    <SearchField className="search-input" aria-label={t('editor.library.find')} value={text} onChange={onChange}>
      <Search size={14} aria-hidden /><Input ref={input} placeholder={t('editor.library.find')} spellCheck="false" autoComplete="off" />
    </SearchField>
  );
}
