import { CheckCheck } from 'lucide-react';
import { formatClock } from '../../shared/format-time.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** When the contact read it; `at` is null where nobody of this desk saw it happen. */
export interface ReadUpTo { readonly at: number | null }

export function ReadMark({ read: { at } }: { read: ReadUpTo }) {
  const { t, preferences: { language } } = usePreferences();
  return <p className="read-mark"><CheckCheck size={12} aria-hidden />{at === null ? t('read.contact') : t('read.contactAt', { time: formatClock(at, language) })}</p>;
}
