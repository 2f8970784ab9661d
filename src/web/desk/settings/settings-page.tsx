import { ClipboardCheck, MessageSquareText, Timer, UsersRound, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { MacrosTab } from './macros/macros-tab.tsx';
import { PageState } from '../../staff/controls/page-state.tsx';
import { PeopleTab } from './people/people-tab.tsx';
import { RubricTab } from './rubric/rubric-tab.tsx';
import { SaveBar } from './save-bar.tsx';
import { TeamsTab } from './teams/teams-tab.tsx';
import { useSettingsDraft, type SettingsDraft } from './use-settings-draft.ts';
import { SETTINGS_TABS, useSettingsTab, type SettingsTab } from './use-settings-tab.ts';

const ICONS: Record<SettingsTab, LucideIcon> = { people: UsersRound, teams: Timer, macros: MessageSquareText, rubric: ClipboardCheck };

/** Who works here, how teams work and what they promise, prepared replies, and what reviews score. */
export function SettingsPage() {
  const { t } = usePreferences();
  const [tab, go] = useSettingsTab();
  const settings = useSettingsDraft();
  const withDraft = (render: (draft: SettingsDraft) => ReactNode): ReactNode => (
    settings.draft ? <>{render(settings.draft)}<SaveBar draft={settings.draft} /></> : <PageState failed={settings.failed} onRetry={settings.reload} />
  );
  return (
    <div className="section-body settings">
      <header className="section-head"><h1>{t('settings.title')}</h1></header>
      <Tabs className="settings-tabs" selectedKey={tab} onSelectionChange={(key) => { go(key as SettingsTab); }}>
        <TabList className="tab-list" aria-label={t('settings.title')}>
          {SETTINGS_TABS.map((id) => {
            const Icon = ICONS[id];
            return <Tab key={id} id={id} className="tab"><Icon size={16} aria-hidden />{t(`settings.tabs.${id}`)}</Tab>;
          })}
        </TabList>
        <TabPanel id="people" className="tab-panel"><PeopleTab /></TabPanel>
        <TabPanel id="teams" className="tab-panel">{withDraft((draft) => <TeamsTab draft={draft} />)}</TabPanel>
        <TabPanel id="macros" className="tab-panel"><MacrosTab /></TabPanel>
        <TabPanel id="rubric" className="tab-panel">{withDraft((draft) => <RubricTab draft={draft} />)}</TabPanel>
      </Tabs>
      {settings.draft?.conflict && <ConflictDialog conflict={settings.draft.conflict} onSettle={settings.draft.settle} onPostpone={settings.draft.postpone} />}
    </div>
  );
}
