import type { ThreadAddressee } from '../../../../domain/events.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** To whom a side thread is put, in words. */
export function useAddressee(): (to: ThreadAddressee) => string {
  const { t } = usePreferences();
  return (to) => (to.kind === 'supervisors' ? t('threads.supervisors') : t(`teams.${to.team}`));
}
