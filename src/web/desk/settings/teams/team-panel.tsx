import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { TeamSettings } from '../../../../domain/desk-settings.ts';
import type { Team } from '../../../../domain/teams.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { CardChoice } from '../../../staff/controls/card-choice.tsx';
import type { SettingsDraft } from '../use-settings-draft.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { DeadlinePreview } from './deadline-preview.tsx';
import { SlaMatrix } from './sla-matrix.tsx';

const ASSIGNMENTS = ['claim', 'automatic'] as const;

/** How one team works, and what it promises; below it, what that means for a case. */
export function TeamPanel({ draft: { settings, change }, team }: { draft: SettingsDraft; team: Team }) {
  const { t } = usePreferences();
  const [copying, setCopying] = useState(false);
  const mine = settings.teams[team];
  const set = (changed: Partial<TeamSettings>): void => {
    change((before) => ({ ...before, teams: { ...before.teams, [team]: { ...before.teams[team], ...changed } } }));
  };
  return (
    <>
      <header className="team-head">
        <h2>{t(`teams.${team}`)}</h2>
        <Button className="button" onPress={() => { setCopying(true); }}><Copy size={14} aria-hidden />{t('settings.copy.open')}</Button>
      </header>
      <section className="settings-block">
        <CardChoice
          label={t('settings.assignment.title')}
          value={mine.assignment}
          onChange={(assignment) => { set({ assignment }); }}
          choices={ASSIGNMENTS.map((id) => ({ id, name: t(`settings.assignment.${id}.label`), words: t(`settings.assignment.${id}.words`) }))}
        />
      </section>
      <section className="settings-block"><CalendarEditor calendar={mine.calendar} onChange={(calendar) => { set({ calendar }); }} /></section>
      <section className="settings-block">
        <SlaMatrix sla={mine.sla} onChange={(sla) => { set({ sla }); }} />
        <DeadlinePreview team={mine} warnShare={settings.warnShare} />
      </section>
      {copying && <CopyDialog from={team} onClose={() => { setCopying(false); }} onCopy={(parts, teams) => {
        const copied = Object.fromEntries(parts.map((part) => [part, mine[part]]));
        change((before) => ({ ...before, teams: { ...before.teams, ...Object.fromEntries(teams.map((one) => [one, { ...before.teams[one], ...copied }])) } }));
      }} />}
    </>
  );
}
