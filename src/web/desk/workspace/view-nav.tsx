import { AlarmClock, AtSign, CircleCheck, Inbox, MessagesSquare, OctagonAlert, UserRound, type LucideIcon } from 'lucide-react';
import { useDeskState } from '../connection/desk-context.tsx';
import { formatNumber } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { countViews, type ViewCounts } from '../state/view-counts.ts';
import { VIEWS, type View } from '../state/views.ts';

const ICONS: Record<View, LucideIcon> = { queue: Inbox, mine: UserRound, snoozed: AlarmClock, calls: AtSign, open: MessagesSquare, resolved: CircleCheck };

/** The views with how many are in each; what cannot wait is told in words beside the number. */
export function ViewNav({ view: selected, onSelect }: { view: View; onSelect: (view: View) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const lists = useDeskState((state) => state.lists);
  const totals = useDeskState((state) => state.totals);
  const conversations = useDeskState((state) => state.conversations);
  const counts = countViews({ lists, totals, conversations });
  return (
    <nav className="views" aria-label={t('views.label')}>
      {VIEWS.map((view) => {
        const Icon = ICONS[view];
        const count = counts[view];
        return (
          <button key={view} type="button" className="view" aria-current={view === selected ? 'page' : undefined} onClick={() => { onSelect(view); }}>
            <Icon size={16} aria-hidden />
            <span className="view-name">{t(`views.${view}`)}</span>
            <Urgent view={view} counts={counts} />
            {count !== null && <span className="view-count">{formatNumber(count, language)}</span>}
          </button>
        );
      })}
    </nav>
  );
}

function Urgent({ view, counts }: { view: View; counts: ViewCounts }) {
  const { t } = usePreferences();
  if (view === 'queue' && counts.criticalInQueue > 0) {
    return <span className="view-urgent" data-kind="critical"><OctagonAlert size={12} strokeWidth={2.5} aria-hidden />{t('views.critical', { count: counts.criticalInQueue })}</span>;
  }
  if (view === 'mine' && counts.waitingForMe > 0) {
    return <span className="view-urgent" data-kind="waiting">{t('views.waiting', { count: counts.waitingForMe })}</span>;
  }
  return null;
}
