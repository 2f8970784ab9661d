import { Bell, Bot, CircleUserRound, Keyboard, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { LOCALES } from '../../../domain/locales.ts';
import { allows } from '../../../domain/roles.ts';
import { ModelDialog } from '../assist/model-dialog.tsx';
import { useAssist, useDeskState } from '../connection/desk-context.tsx';
import { Avatar } from '../../staff/controls/avatar.tsx';
import { Key } from '../controls/key.tsx';
import { ChoiceSection } from '../../staff/controls/choice-section.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { STAFF_LANGUAGES, THEMES, type StaffLanguage, type Theme } from '../../staff/preferences/preferences.ts';
import { Wordmark } from '../../staff/session/gate.tsx';
import { NewsDialog } from './news/news-dialog.tsx';
import { PresenceMenu } from './presence/presence-menu.tsx';

export function WorkspaceHeader({ onSignOut, onHelp }: { onSignOut: () => void; onHelp: () => void }) {
  const { t } = usePreferences();
  const me = useDeskState((state) => state.me);
  const [modelOpen, setModelOpen] = useState(false);
  const [newsOpen, setNewsOpen] = useState(false);
  const seesModel = useAssist() !== null && allows(me.role, 'conversations.oversee');
  return (
    <header className="queue-header">
      <Wordmark />
      <PresenceMenu />
      <MenuTrigger>
        <Button className="button account-button" data-kind="quiet" aria-label={t('account.menu', { name: me.name })}>
          <Avatar of="agent" name={me.name} />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <div className="menu-head">
            <strong>{me.name}</strong>
            <span>{t(`roles.${me.role}`)}{me.teams.length > 0 && ` · ${me.teams.map((team) => t(`teams.${team}`)).join(', ')}`}</span>
          </div>
          <AccountMenu onSignOut={onSignOut} onHelp={onHelp} onNews={() => { setNewsOpen(true); }} onModel={seesModel ? () => { setModelOpen(true); } : null} />
        </Popover>
      </MenuTrigger>
      <ModelDialog isOpen={modelOpen} onOpenChange={setModelOpen} />
      <NewsDialog isOpen={newsOpen} onOpenChange={setNewsOpen} />
    </header>
  );
}

/** @param onModel null for those who see nothing of the language model. */
function AccountMenu({ onSignOut, onHelp, onNews, onModel }: { onSignOut: () => void; onHelp: () => void; onNews: () => void; onModel: (() => void) | null }) {
  const { t, preferences, change } = usePreferences();
  return (
    <Menu className="menu" aria-label={t('account.settings')}>
      <ChoiceSection title={t('account.language')} chosen={preferences.language} onChoose={(language) => { change({ language: language as StaffLanguage }); }}
        choices={STAFF_LANGUAGES.map((language) => ({ id: language, name: LOCALES[language].name }))} />
      <ChoiceSection title={t('account.theme')} chosen={preferences.theme} onChoose={(theme) => { change({ theme: theme as Theme }); }}
        choices={THEMES.map((theme) => ({ id: theme, name: t(`themes.${theme}`) }))} />
      <ChoiceSection title={t('account.sendWith')} chosen={preferences.enterSends ? 'enter' : 'ctrl-enter'} onChoose={(key) => { change({ enterSends: key === 'enter' }); }}
        choices={[{ id: 'ctrl-enter', name: t('account.ctrlEnter') }, { id: 'enter', name: t('account.enter') }]} />
      <MenuSection className="menu-section" aria-label={t('account.more')}>
        <MenuItem className="menu-item" onAction={onNews} textValue={t('news.title')}>
          <Bell size={16} aria-hidden />{t('news.title')}
        </MenuItem>
        <MenuItem className="menu-item" onAction={onHelp} textValue={t('shortcuts.title')}>
          <Keyboard size={16} aria-hidden />{t('shortcuts.title')}<Key of="help" />
        </MenuItem>
        {onModel && (
          <MenuItem className="menu-item" onAction={onModel} textValue={t('model.title')}>
            <Bot size={16} aria-hidden />{t('model.title')}
          </MenuItem>
        )}
        <MenuItem className="menu-item" href="/desk/account" textValue={t('account.open')}>
          <CircleUserRound size={16} aria-hidden />{t('account.open')}
        </MenuItem>
        <MenuItem className="menu-item" onAction={onSignOut} textValue={t('signOut')}>
          <LogOut size={16} aria-hidden />{t('signOut')}
        </MenuItem>
      </MenuSection>
    </Menu>
  );
}
