import { Button, Switch } from 'react-aria-components';
import { useState } from 'react';
import { DialogFrame } from '../../../staff/controls/dialog-frame.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { NEWS_KINDS } from '../../../staff/preferences/news-kinds.ts';
import { playTone } from './tone.ts';

/** By what, and of what, this browser tells the agent who looks elsewhere. */
export function NewsDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = usePreferences();
  return (
    <DialogFrame title={t('news.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {() => <><Ways /><Kinds /></>}
    </DialogFrame>
  );
}

function Ways() {
  const { t, preferences, change } = usePreferences();
  const [isDenied, setDenied] = useState(() => canNotify() && Notification.permission === 'denied');

  /** Browsers ask only when somebody pressed something, and so do we. */
  async function setNotifications(wanted: boolean): Promise<void> {
    const permission = wanted ? await Notification.requestPermission() : Notification.permission;
    setDenied(permission === 'denied');
    change({ notifications: wanted && permission === 'granted' });
  }

  return (
    <div className="toggles">
      <Toggle label={t('news.notifications')} isSelected={preferences.notifications} isDisabled={!canNotify()} onChange={(wanted) => { void setNotifications(wanted); }} />
      {isDenied && <p className="toggle-problem" role="alert">{t('news.denied')}</p>}
      <div className="toggle-line">
        <Toggle label={t('news.sounds')} isSelected={preferences.sounds} onChange={(sounds) => { change({ sounds }); }} />
        {preferences.sounds && <Button className="button" data-kind="quiet" onPress={() => { playTone('mine'); }}>{t('news.listen')}</Button>}
      </div>
    </div>
  );
}

function Kinds() {
  const { t, preferences: { muted }, change } = usePreferences();
  return (
    <div className="toggles" role="group" aria-label={t('news.about')}>
      <h3>{t('news.about')}</h3>
      {NEWS_KINDS.map((kind) => (
        <Toggle
          key={kind}
          label={t(`news.kinds.${kind}`)}
          isSelected={!muted.includes(kind)}
          onChange={(isOn) => { change({ muted: isOn ? muted.filter((one) => one !== kind) : [...muted, kind] }); }}
        />
      ))}
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

function Toggle({ label, ...state }: ToggleProps) {
  return <Switch className="toggle" {...state}><span className="toggle-track" aria-hidden />{label}</Switch>;
}

function canNotify(): boolean {
  return 'Notification' in window;
}
