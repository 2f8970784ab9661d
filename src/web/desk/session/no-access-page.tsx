import { Button } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Me } from '../state/model.ts';
import { Gate } from '../../staff/session/gate.tsx';

/** For those who work on the articles: signed in, and no conversations to see. */
export function NoAccessPage({ me, onSignOut }: { me: Me; onSignOut: () => void }) {
  const { t } = usePreferences();
  return (
    <Gate title={t('noAccess.title', { name: me.name })} words={t('noAccess.words')}>
      <div className="gate-form">
        <a className="button" data-kind="primary" data-size="large" href="/help">{t('noAccess.help')}</a>
        <Button className="button" data-kind="quiet" data-size="large" onPress={onSignOut}>{t('signOut')}</Button>
      </div>
    </Gate>
  );
}
