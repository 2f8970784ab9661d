import { ListFilterPlus, X } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger, Tag, TagGroup, TagList } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { filtersOf, withFilter, withoutPart } from './edit-query.ts';
import { LISTED, useFilterChoices, useFilterWords } from './use-filter-words.ts';

interface FilterBarProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

/** The filters of the query in plain words, and a menu of those that can be added; the query stays what is asked. */
export function FilterBar({ query, onChange }: FilterBarProps) {
  const { t } = usePreferences();
  const wordsOf = useFilterWords();
  const choicesOf = useFilterChoices();
  const filters = filtersOf(query);
  return (
    <div className="filter-bar">
      <MenuTrigger>
        <Button className="button filter-button"><ListFilterPlus size={16} aria-hidden />{t('search.addFilter')}</Button>
        <Popover className="popover" offset={4}>
          <Menu className="menu" aria-label={t('search.addFilter')}>
            {LISTED.map((operator) => (
              <SubmenuTrigger key={operator}>
                <MenuItem className="menu-item">{t(`search.operators.${operator}`)}<span className="submenu-sign" aria-hidden>›</span></MenuItem>
                <Popover className="popover filter-values" offset={-2} crossOffset={-4}>
                  <Menu className="menu" aria-label={t(`search.operators.${operator}`)} onAction={(value) => { onChange(withFilter(query, operator, String(value))); }}>
                    {choicesOf(operator).map(({ value, words }) => <MenuItem key={value} id={value} className="menu-item">{words}</MenuItem>)}
                  </Menu>
                </Popover>
              </SubmenuTrigger>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {filters.length > 0 && (
        <TagGroup aria-label={t('search.filters')} onRemove={(keys) => { onChange(withoutPart(query, Number([...keys][0]))); }}>
          <TagList className="filter-chips">
            {filters.map(({ index, operator, value }) => (
              <Tag key={index} id={index} className="filter-chip" textValue={wordsOf(operator, value)}>
                <bdi>{wordsOf(operator, value)}</bdi>
                <Button slot="remove" className="filter-remove" aria-label={t('search.removeFilter', { filter: wordsOf(operator, value) })}><X size={14} aria-hidden /></Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
