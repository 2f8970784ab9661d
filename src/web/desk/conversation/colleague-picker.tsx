import { useMemo, type RefObject } from 'react';
import { Autocomplete, Dialog, Input, ListBox, ListBoxItem, Popover, SearchField, useFilter } from 'react-aria-components';
import { useDeskState } from '../connection/desk-context.tsx';
import { Avatar } from '../controls/avatar.tsx';
import { languageName } from '../format/names.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { orderColleagues } from '../state/colleague-order.ts';
import type { Colleague, DeskConversation } from '../state/model.ts';

interface ColleaguePickerProps {
  readonly conversation: DeskConversation;
  readonly trigger: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onPick: (agentId: string, name: string) => void;
}

/** Colleagues, best suited first; typing narrows them down. */
export function ColleaguePicker({ conversation, trigger, isOpen, onOpenChange, onPick }: ColleaguePickerProps) {
  const { t } = usePreferences();
  const { contains } = useFilter({ sensitivity: 'base' });
  const colleagues = useDeskState((state) => state.colleagues);
  const ordered = useMemo(() => orderColleagues(colleagues, conversation), [colleagues, conversation]);
  return (
    <Popover className="popover" triggerRef={trigger} isOpen={isOpen} onOpenChange={onOpenChange} placement="bottom start" offset={4}>
      <Dialog className="colleagues" aria-label={t('assign.title')}>
        <Autocomplete filter={contains}>
          <SearchField className="field" aria-label={t('assign.search')} autoFocus>
            <Input placeholder={t('assign.search')} />
          </SearchField>
          <ListBox
            className="colleague-list"
            aria-label={t('assign.title')}
            items={ordered}
            selectionMode="none"
            onAction={(key) => {
              const picked = colleagues.find(({ id }) => id === key);
              onOpenChange(false);
              if (picked) onPick(picked.id, picked.name);
            }}
            renderEmptyState={() => <p className="popover-empty">{t('assign.nobody')}</p>}
          >
            {(colleague) => <ColleagueItem colleague={colleague} />}
          </ListBox>
        </Autocomplete>
      </Dialog>
    </Popover>
  );
}

function ColleagueItem({ colleague: { id, name, teams, locales } }: { colleague: Colleague }) {
  const { t, preferences: { language } } = usePreferences();
  const myId = useDeskState((state) => state.me.id);
  const facts = [...teams.map((team) => t(`teams.${team}`)), ...locales.map((locale) => languageName(locale, language))];
  return (
    <ListBoxItem className="colleague" id={id} textValue={name}>
      <Avatar of="agent" name={name} />
      <div>
        {id === myId ? t('assign.me', { name }) : name}
        <span className="colleague-facts">{facts.join(' · ')}</span>
      </div>
    </ListBoxItem>
  );
}
