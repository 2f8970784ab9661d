import { AlarmClock, CirclePause, Clock, Timer, TimerOff, type LucideIcon } from 'lucide-react';
import { useCallback, useId } from 'react';
import { formatUntil } from '../format/format-until.ts';
import { formatWaiting } from '../format/format-waiting.ts';
import { formatMoment } from '../../staff/format/names.ts';
import { useTicking } from '../../staff/format/use-ticking.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../state/model.ts';
import { listSlaRows, urgencyOfDue, type SlaRow } from '../state/sla-view.ts';

const SHAPES = { calm: Clock, near: Timer, overdue: AlarmClock, missed: TimerOff, paused: CirclePause } as const satisfies Record<string, LucideIcon>;

/** What was promised, until when, and how much of it is left. */
export function SlaSection({ conversation }: { conversation: DeskConversation }) {
  const { t } = usePreferences();
  const title = useId();
  const rows = listSlaRows(conversation);
  if (rows.length === 0) return null;
  return (
    <section className="sla" aria-labelledby={title}>
      <h3 id={title} className="only-read-aloud">{t('sla.title')}</h3>
      <ul>{rows.map((row) => <SlaLine key={row.target} row={row} />)}</ul>
    </section>
  );
}

function SlaLine({ row }: { row: SlaRow }) {
  const { t, preferences: { language } } = usePreferences();
  // State and words in one string, so that it is drawn anew only when either changes.
  const [state = 'calm', left = ''] = useTicking(useCallback((now: number) => {
    if (row.state !== 'running') return row.state;
    return `${urgencyOfDue(row, now)} ${formatWaiting(Math.abs(row.dueAt - now), language)}`;
  }, [row, language])).split(/ (.*)/) as [keyof typeof SHAPES | undefined, string | undefined];
  const Shape = SHAPES[state];
  return (
    <li className="sla-line" data-state={state}>
      <Shape size={14} strokeWidth={state === 'calm' || state === 'paused' ? 2 : 2.5} aria-hidden />
      <span className="sla-target">{t(`slaNames.${row.target}`)}</span>
      <span className="sla-left">{t(`sla.${state}`, { time: left })}</span>
      {row.state !== 'paused' && <time className="sla-due" dateTime={new Date(row.dueAt).toISOString()} title={formatMoment(row.dueAt, language)}>{formatUntil(row.dueAt, Date.now(), language)}</time>}
    </li>
  );
}
