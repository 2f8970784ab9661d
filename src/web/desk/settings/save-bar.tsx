import { CircleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { findObstacle } from './state/obstacle.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

/** Says what is not saved yet, and saves it; there only while there is something to say. */
export function SaveBar({ draft: { settings, changes, saving, discard, save } }: { draft: SettingsDraft }) {
  const { t } = usePreferences();
  const obstacle = findObstacle(settings);
  if (changes.length === 0) return null;
  const words = obstacle
    ? t(`settings.save.obstacles.${obstacle.kind}`, { team: obstacle.team ? t(`teams.${obstacle.team}`) : '' })
    : saving.state === 'refused' ? t([`settings.save.errors.${saving.code}`, `errors.${saving.code}`, 'errors.internal'], { field: saving.field ?? '' })
      : t('settings.save.changes', { count: changes.length });
  const isProblem = obstacle !== null || saving.state === 'refused';
  return (
    <div className="save-bar" data-kind={isProblem ? 'problem' : 'changed'}>
      <p role="status">{isProblem && <CircleAlert size={16} aria-hidden />}{words}</p>
      <Button className="button" data-kind="quiet" onPress={discard} isDisabled={saving.state === 'saving'}>{t('settings.save.discard')}</Button>
      <Button className="button" data-kind="primary" onPress={save} isDisabled={obstacle !== null || saving.state === 'saving'}>
        {t(saving.state === 'saving' ? 'settings.save.saving' : 'settings.save.save')}
      </Button>
    </div>
  );
}
