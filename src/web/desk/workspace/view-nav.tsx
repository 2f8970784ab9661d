import { CircleCheck, Inbox, MessagesSquare, OctagonAlert, UserRound, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { useDeskState } from '../connection/desk-context.tsx';
import { formatNumber } from '../format/names.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { countViews, VIEWS, type View, type ViewCounts } from '../state/views.ts';

const ICONS: Record<View, LucideIcon> = { queue: Inbox, mine: UserRound, open: MessagesSquare, resolved: CircleCheck };

/** The views with how many are in each; what cannot wait is told in words beside the number. */
export function ViewNav({ view: selected, onSelect }: { view: View; onSelect: (view: View) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const conversations = useDeskState((state) => state.conversations);
  const me = useDeskState((state) => state.me);
  const loaded = useDeskState((state) => state.loaded);
  const counts = useMemo(() => countViews(conversations, me), [conversations, me]);
  return (
    <nav className="views" aria-label={t('views.label')}>
      {VIEWS.map((view) => {
        const Icon = ICONS[view];
        return (
          <button key={view} type="button" className="view" aria-current={view === selected ? 'page' : undefined} onClick={() => { onSelect(view); }}>
            <Icon size={16} aria-hidden />
            <span className="view-name">{t(`views.${view}`)}</span>
            <Urgent view={view} counts={counts} />
            {loaded[view] && <span className="view-count">{formatNumber(counts[view], language)}{loaded[view] === 'cut' && '+'}</span>}
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
