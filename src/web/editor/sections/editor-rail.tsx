import { CircleUserRound, Inbox, LogOut } from 'lucide-react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { LOCALES } from '../../../domain/locales.ts';
import { allows } from '../../../domain/roles.ts';
import { Avatar } from '../../staff/controls/avatar.tsx';
import { ChoiceSection } from '../../staff/controls/choice-section.tsx';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { STAFF_LANGUAGES, THEMES, type StaffLanguage, type Theme } from '../../staff/preferences/preferences.ts';
import { useEditor } from '../connection/editor-context.tsx';
import { SECTIONS } from './sections.tsx';

/** The parts of the editor, the way to the desk for those who work there too, and the account. */
export function EditorRail({ section, onSignOut }: { section: string; onSignOut: () => void }) {
  const { t } = usePreferences();
  const { me, library } = useEditor();
  const drafts = library.value?.drafts.length ?? 0;
  return (
    <div className="rail">
      <nav className="rail-links" aria-label={t('editor.sections.label')}>
        {Object.entries(SECTIONS).map(([id, { icon: Icon, path }]) => (
          <InnerLink key={id} className="rail-link" href={path} title={t(`editor.sections.${id}`)} isCurrent={id === section}>
            <Icon size={18} aria-hidden />
            <span className="rail-name">{t(`editor.sections.${id}`)}</span>
            {id === 'publish' && drafts > 0 && <span className="rail-count">{drafts}<span className="only-read-aloud">{t('editor.sections.drafts')}</span></span>}
          </InnerLink>
        ))}
        {allows(me.role, 'conversations.handle') && (
          <a className="rail-link rail-other" href="/desk" title={t('editor.sections.desk')}><Inbox size={18} aria-hidden /><span className="rail-name">{t('editor.sections.desk')}</span></a>
        )}
      </nav>
      <AccountButton onSignOut={onSignOut} />
    </div>
  );
}

function AccountButton({ onSignOut }: { onSignOut: () => void }) {
  const { t, preferences, change } = usePreferences();
  const { me } = useEditor();
  return (
    <MenuTrigger>
      <Button className="button account-button rail-account" data-kind="quiet" aria-label={t('account.menu', { name: me.name })}><Avatar of="agent" name={me.name} /></Button>
      <Popover className="popover" placement="right bottom" offset={4}>
        <div className="menu-head"><strong>{me.name}</strong><span>{t(`roles.${me.role}`)}</span></div>
        <Menu className="menu" aria-label={t('account.settings')}>
          <ChoiceSection title={t('account.language')} chosen={preferences.language} onChoose={(language) => { change({ language: language as StaffLanguage }); }}
            choices={STAFF_LANGUAGES.map((language) => ({ id: language, name: LOCALES[language].name }))} />
          <ChoiceSection title={t('account.theme')} chosen={preferences.theme} onChoose={(theme) => { change({ theme: theme as Theme }); }}
            choices={THEMES.map((theme) => ({ id: theme, name: t(`themes.${theme}`) }))} />
          <MenuSection className="menu-section" aria-label={t('account.more')}>
            <MenuItem className="menu-item" href="/desk/account" textValue={t('account.open')}><CircleUserRound size={16} aria-hidden />{t('account.open')}</MenuItem>
            <MenuItem className="menu-item" onAction={onSignOut} textValue={t('signOut')}><LogOut size={16} aria-hidden />{t('signOut')}</MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
