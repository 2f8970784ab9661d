import { Search, UserPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, SearchField, Switch, useFilter } from 'react-aria-components';
import { allows } from '../../../../domain/roles.ts';
import { useDeskState } from '../../connection/desk-context.tsx';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { PageState } from '../../../staff/controls/page-state.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { findPeople, type Person } from './person.ts';
import { usePeople } from './use-people.ts';

/** Everybody with an account: what they can do, whether they are there, and how much they have. */
export function PeopleTab() {
  const { t } = usePreferences();
  const manages = useDeskState((state) => allows(state.me.role, 'agents.manage'));
  const { people, failed, reload, change, changeNow } = usePeople();
  const [search, setSearch] = useState('');
  const [withFormer, setWithFormer] = useState(false);
  const [creating, setCreating] = useState(false);
  const found = useFound(people ?? [], search);
  if (!people) return <PageState failed={failed} onRetry={reload} />;
  const hasFormer = people.some(({ agent }) => !agent.active);
  const shown = found.filter(({ agent }) => withFormer || agent.active);
  return (
    <>
      <div className="settings-toolbar">
        <SearchField className="search-input" aria-label={t('settings.people.search')} value={search} onChange={setSearch}>
          <Search size={14} aria-hidden /><Input placeholder={t('settings.people.searchHint')} />
        </SearchField>
        {hasFormer && <Switch className="switch" isSelected={withFormer} onChange={setWithFormer}><span className="switch-track" aria-hidden />{t('settings.people.former')}</Switch>}
        {manages && <Button className="button" data-kind="primary" onPress={() => { setCreating(true); }}><UserPlus size={14} aria-hidden />{t('settings.people.create')}</Button>}
      </div>
      {shown.length > 0
        ? <PeopleTable people={shown} manages={manages} onChange={change} onChangeNow={(person, changed) => { void changeNow(person, changed); }} />
        : <div className="settings-empty"><UsersRound size={20} aria-hidden /><p>{t('settings.people.nobody')}</p></div>}
      {creating && <CreateDialog onClose={() => { setCreating(false); }} onCreated={reload} />}
    </>
  );
}

function useFound(people: readonly Person[], search: string): readonly Person[] {
  const { t, preferences: { language } } = usePreferences();
  const { contains } = useFilter({ sensitivity: 'base' });
  return findPeople(people, search, ({ agent: { name, email, role, teams, locales } }) =>
    [name, email, t(`roles.${role}`), ...teams.map((team) => t(`teams.${team}`)), ...locales.map((locale) => languageName(locale, language))].join(' '), contains);
}
