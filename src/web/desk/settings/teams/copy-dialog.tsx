import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { TeamSettings } from '../../../../domain/desk-settings.ts';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ChipChoice } from '../../../staff/controls/chip-choice.tsx';
import { FormDialog } from '../../../staff/controls/form-dialog.tsx';

const PARTS = ['calendar', 'sla', 'assignment'] as const satisfies readonly (keyof TeamSettings)[];
type Part = (typeof PARTS)[number];

/** Gives other teams what one team has. It is a change like any other: nothing is saved by it. */
export function CopyDialog({ from, onCopy, onClose }: { from: Team; onCopy: (parts: readonly Part[], teams: readonly Team[]) => void; onClose: () => void }) {
  const { t } = usePreferences();
  const others = TEAMS.filter((team) => team !== from);
  const [parts, setParts] = useState<Part[]>(['calendar']);
  const [teams, setTeams] = useState<Team[]>([]);
  return (
    <FormDialog title={t('settings.copy.title', { team: t(`teams.${from}`) })} onClose={onClose}>
      <div className="settings-form">
        <ChipChoice label={t('settings.copy.what')} value={parts} onChange={setParts} choices={PARTS.map((id) => ({ id, name: t(`settings.copy.parts.${id}`) }))} />
        <ChipChoice label={t('settings.copy.to')} value={teams} onChange={setTeams} choices={others.map((id) => ({ id, name: t(`teams.${id}`) }))} />
        <div className="dialog-foot">
          <Button className="button" data-kind="quiet" onPress={() => { setTeams(teams.length === others.length ? [] : [...others]); }}>{t(teams.length === others.length ? 'settings.copy.noTeam' : 'settings.copy.allTeams')}</Button>
          <Button className="button" data-kind="primary" isDisabled={parts.length === 0 || teams.length === 0} onPress={() => {
            onCopy(parts, teams);
            showNotice('done', t('settings.copy.done', { count: teams.length }));
            onClose();
          }}>{t('settings.copy.action')}</Button>
        </div>
      </div>
    </FormDialog>
  );
}
