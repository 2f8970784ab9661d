import { MessageSquareText, PencilLine, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { LOCALES } from '../../../../domain/locales.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { PageState } from '../../../staff/controls/page-state.tsx';
import { localesOf } from '../state/macro-draft.ts';
import { MacroEditor } from './macro-editor.tsx';
import { useMacros, type MacroEntry } from './use-macros.ts';

/** Prepared replies: the list, and the one that is being written. */
export function MacrosTab() {
  const { t } = usePreferences();
  const macros = useMacros();
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const { contains } = useFilter({ sensitivity: 'base' });
  if (!macros.list) return <PageState failed={macros.failed} onRetry={macros.reload} />;
  const found = macros.list.filter(({ macro: { title, texts } }) => search.trim() === '' || contains([title, ...Object.values(texts)].join('\n'), search.trim()));
  const entry = macros.list.find(({ id }) => id === selected) ?? found[0];
  const create = (): void => {
    setSearch('');
    setSelected(macros.create());
  };
  if (macros.list.length === 0) {
    return (
      <div className="settings-empty">
        <MessageSquareText size={20} aria-hidden />
        <p>{t('settings.macros.nothing')}</p>
        <Button className="button" data-kind="primary" onPress={create}><Plus size={14} aria-hidden />{t('settings.macros.create')}</Button>
      </div>
    );
  }
  return (
    <div className="macros">
      <div className="macro-side">
        <div className="settings-toolbar">
          <SearchField className="search-input" aria-label={t('settings.macros.search')} value={search} onChange={setSearch}>
            <Search size={14} aria-hidden /><Input placeholder={t('settings.macros.search')} />
          </SearchField>
          <Button className="button" data-kind="primary" onPress={create}><Plus size={14} aria-hidden />{t('settings.macros.create')}</Button>
        </div>
        <ListBox
          className="macro-list"
          aria-label={t('settings.tabs.macros')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={entry ? [entry.id] : []}
          onSelectionChange={(keys) => { if (keys !== 'all') setSelected(String([...keys][0])); }}
          renderEmptyState={() => <p className="popover-empty">{t('settings.macros.notFound')}</p>}
        >
          {found.map((one) => <MacroItem key={one.id} entry={one} />)}
        </ListBox>
      </div>
      {entry && (
        <MacroEditor
          key={entry.id}
          entry={entry}
          isSaving={macros.saving === entry.id}
          onChange={(draft) => { macros.change(entry.id, draft); }}
          onSave={() => { void macros.save(entry.id, entry.macro); }}
          onDiscard={() => { macros.discard(entry.id); }}
          onRemove={() => { void macros.remove(entry.id, entry.macro.title); }}
        />
      )}
    </div>
  );
}

function MacroItem({ entry: { id, macro: { title, teams, texts }, isChanged } }: { entry: MacroEntry }) {
  const { t } = usePreferences();
  const name = title.trim() === '' ? t('settings.macros.untitled') : title;
  const whose = teams.length === 0 ? t('settings.macros.everybody') : teams.map((team) => t(`teams.${team}`)).join(', ');
  return (
    <ListBoxItem id={id} className="macro-item" textValue={name}>
      <span className="macro-title"><bdi>{name}</bdi>{isChanged && <PencilLine size={12} aria-label={t('settings.macros.unsaved')} />}</span>
      <span className="macro-facts">{[whose, localesOf(texts).map((locale) => LOCALES[locale].name).join(', ')].filter(Boolean).join(' · ')}</span>
    </ListBoxItem>
  );
}
