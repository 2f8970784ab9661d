import { AlarmClock, OctagonAlert } from 'lucide-react';
import { useCallback } from 'react';
import { formatWaiting } from '../../format/format-waiting.ts';
import { useTicking } from '../../../staff/format/use-ticking.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** As the wallboard counts what is at risk. */
const SOON_MS = 3_600_000;

/** `overdue by 4m` or `due in 12m`, ticking, with a shape for each. */
export function DueWords({ at }: { at: number }) {
  const { t, preferences: { language } } = usePreferences();
  const words = useTicking(useCallback((now: number) => t(at <= now ? 'supervise.overdueBy' : 'supervise.dueIn', { time: formatWaiting(Math.abs(at - now), language) }), [at, language, t]));
  const state = useTicking(useCallback((now: number) => (at <= now ? 'over' : at - now <= SOON_MS ? 'soon' : 'far'), [at]));
  const Shape = state === 'over' ? OctagonAlert : AlarmClock;
  return <span className="due" data-state={state}><Shape size={14} aria-hidden />{words}</span>;
}
