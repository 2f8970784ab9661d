import { Button } from 'react-aria-components';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { Gate } from './gate.tsx';

export function StartFailedPage({ onRetry }: { onRetry: () => void }) {
  const { t } = usePreferences();
  return (
    <Gate title={t('startFailed.title')} words={t('startFailed.words')}>
      <Button className="button" data-kind="primary" data-size="large" onPress={onRetry}>{t('tryAgain')}</Button>
    </Gate>
  );
}
