import { CircleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useDelayed } from '../format/use-delayed.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';

/** What stands in the place of something that is not there yet, or could not be read. */
export function PageState({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  const { t } = usePreferences();
  const isSlow = useDelayed();
  if (failed) {
    return (
      <div className="settings-failed" role="alert">
        <CircleAlert size={20} aria-hidden />
        <p><strong>{t('settings.failed.title')}</strong> {t('settings.failed.words')}</p>
        <Button className="button" onPress={onRetry}>{t('tryAgain')}</Button>
      </div>
    );
  }
  return isSlow && <div className="settings-skeleton" role="status" aria-label={t('loading')}>{[1, 2, 3, 4, 5].map((row) => <span key={row} className="skeleton" />)}</div>;
}
