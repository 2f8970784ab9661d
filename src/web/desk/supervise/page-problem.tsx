import { CloudOff } from 'lucide-react';
import { Button } from 'react-aria-components';
import { formatClock } from '../../shared/format-time.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** What could not be read, what is still shown, and what to press. */
export function PageProblem({ code, since, onRetry }: { code: string; since: number; onRetry: () => void }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <div className="page-problem" role="alert">
      <CloudOff size={16} aria-hidden />
      <p>{t([`errors.${code}`, 'errors.internal'])} {since > 0 && t('supervise.asOf', { at: formatClock(since, language) })}</p>
      <Button className="button" onPress={onRetry}>{t('tryAgain')}</Button>
    </div>
  );
}

/** Stands where the page will be; nothing moves when it comes. */
export function PageLoading({ blocks }: { blocks: number }) {
  const { t } = usePreferences();
  return (
    <div className="page-loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: blocks }, (_, index) => <span key={index} className="skeleton" />)}
    </div>
  );
}
