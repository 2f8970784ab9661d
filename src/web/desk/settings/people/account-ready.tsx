import { Button } from 'react-aria-components';
import { CopyButton } from '../../../staff/controls/copy-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** What somebody needs to sign in. It is nowhere to be seen again. */
export function AccountReady({ email, password, onClose }: { email: string; password: string; onClose: () => void }) {
  const { t } = usePreferences();
  return (
    <div className="settings-form">
      <p>{t('settings.people.ready.words')}</p>
      <dl className="credentials">
        <div><dt>{t('settings.people.ready.address')}</dt><dd><bdi dir="ltr">{`${location.origin}/desk`}</bdi><CopyButton text={`${location.origin}/desk`} /></dd></div>
        <div><dt>{t('email')}</dt><dd><bdi dir="ltr">{email}</bdi><CopyButton text={email} /></dd></div>
        <div><dt>{t('password')}</dt><dd><bdi dir="ltr" className="code">{password}</bdi><CopyButton text={password} /></dd></div>
      </dl>
      <div className="dialog-foot"><Button className="button" data-kind="primary" onPress={onClose} autoFocus>{t('settings.people.ready.done')}</Button></div>
    </div>
  );
}
