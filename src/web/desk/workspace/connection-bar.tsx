import { CloudOff } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** A quiet bar while the connection is lost: what that means, and what is kept. */
export function ConnectionBar() {
  const { t } = usePreferences();
  const desk = useDesk();
  const link = useDeskState((state) => state.link);
  return (
    <div className="connection" role="status">
      {link === 'offline' && (
        <div className="connection-bar">
          <CloudOff size={16} aria-hidden />
          <span>{t('offline.words')}</span>
          <Button className="button" onPress={desk.reconnectNow}>{t('offline.now')}</Button>
        </div>
      )}
    </div>
  );
}
