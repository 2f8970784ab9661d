import { CircleAlert, Globe, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { TeamSettings } from '../../../../domain/desk-settings.ts';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { obstacleOf } from '../state/obstacle.ts';
import type { SettingsPart } from '../state/settings-parts.ts';
import type { SettingsDraft } from '../use-settings-draft.ts';
import { ExplorersPanel } from './explorers-panel.tsx';
import { GeneralPanel } from './general-panel.tsx';
import { TeamPanel } from './team-panel.tsx';

/** Every team at the side, with how it works; what was changed and what is wrong can be seen from there. */
export function TeamsTab({ draft }: { draft: SettingsDraft }) {
  const { t } = usePreferences();
  const [selected, setSelected] = useState<Team | 'everywhere'>('everywhere');
  const { settings, changes } = draft;
  const isChanged = (id: Team | 'everywhere'): boolean => changes.some((part) => ownerOf(part) === id);
  return (
    <Tabs className="teams-tabs" orientation="vertical" selectedKey={selected} onSelectionChange={(key) => { setSelected(key as Team | 'everywhere'); }}>
      <TabList className="team-list" aria-label={t('settings.tabs.teams')}>
        <Tab id="everywhere" className="team-tab">
          <span className="team-name"><Globe size={14} aria-hidden />{t('settings.everywhere.name')}</span>
          <span className="team-facts">{t('settings.everywhere.words')}</span>
          {isChanged('everywhere') && <ChangedMark />}
        </Tab>
        {TEAMS.map((team) => <TeamTab key={team} team={team} settings={settings.teams[team]} isChanged={isChanged(team)} />)}
      </TabList>
      <TabPanel id="everywhere" className="team-panel">
        <GeneralPanel draft={draft} />
        <ExplorersPanel explorers={settings.explorers} onChange={(explorers) => { draft.change((before) => ({ ...before, explorers })); }} />
      </TabPanel>
      {TEAMS.map((team) => <TabPanel key={team} id={team} className="team-panel"><TeamPanel draft={draft} team={team} /></TabPanel>)}
    </Tabs>
  );
}

function TeamTab({ team, settings, isChanged }: { team: Team; settings: TeamSettings; isChanged: boolean }) {
  const { t } = usePreferences();
  const facts = [t(settings.calendar.kind === 'always' ? 'settings.calendar.always' : 'settings.calendar.business'), t(`settings.assignment.${settings.assignment}.short`)];
  return (
    <Tab id={team} className="team-tab">
      <span className="team-name">{t(`teams.${team}`)}</span>
      <span className="team-facts">{facts.join(' · ')}</span>
      {obstacleOf(settings) ? <span className="team-mark" data-kind="problem"><CircleAlert size={14} aria-label={t('settings.teamProblem')} /></span> : isChanged && <ChangedMark />}
    </Tab>
  );
}

function ChangedMark() {
  const { t } = usePreferences();
  return <span className="team-mark"><PencilLine size={14} aria-label={t('settings.teamChanged')} /></span>;
}

function ownerOf(part: SettingsPart): Team | 'everywhere' | null {
  if ('team' in part) return part.team;
  return part.kind === 'rubric' ? null : 'everywhere';
}
