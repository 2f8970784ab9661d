import { AlarmClock, Timer } from 'lucide-react';
import { useCallback } from 'react';
import { nextDue } from '../../../domain/sla.ts';
import { formatWaiting } from '../format/format-waiting.ts';
import { useTicking } from '../../staff/format/use-ticking.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../state/model.ts';

/** When the nearest target is due, once that is near or past; a shape and a word for each. Ticks by itself. */
export function DeadlineMark({ sla }: { sla: DeskConversation['sla'] }) {
  const { t, preferences: { language } } = usePreferences();
  const due = nextDue(sla);
  const warnAt = due && sla.warnAt[due.target];
  const words = useTicking(useCallback((now: number) => {
    if (due === undefined || (now < due.at && (warnAt === undefined || now < warnAt))) return '';
    return now < due.at ? `near ${formatWaiting(due.at - now, language)}` : `past ${formatWaiting(now - due.at, language)}`;
  }, [due?.at, warnAt, language]));
  if (due === undefined || words === '') return null;
  const isPast = words.startsWith('past');
  const Shape = isPast ? AlarmClock : Timer;
  return (
    <span className="deadline" data-past={isPast} title={t(`slaTargets.${due.target}`)}>
      <Shape size={12} strokeWidth={2.5} aria-hidden />{t(isPast ? 'row.overdue' : 'row.due', { time: words.slice(5) })}
    </span>
  );
}
