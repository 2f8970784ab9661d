import { AlarmClock, AtSign, CircleAlert, CircleCheck, Coffee, MessagesSquare, UserRound, type LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { useDelayed } from '../../staff/format/use-delayed.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { View } from '../state/views.ts';
import { ROW_HEIGHT } from './conversation-row.tsx';

const ICONS: Record<View, LucideIcon> = { queue: Coffee, mine: UserRound, snoozed: AlarmClock, calls: AtSign, open: MessagesSquare, resolved: CircleCheck };

/** What stands where rows would: nothing there, not there yet, or could not be read. */
export function ListPlaceholder({ view }: { view: View }) {
  const { t } = usePreferences();
  const desk = useDesk();
  const loaded = useDeskState((state) => state.lists[view] !== undefined);
  const failed = useDeskState((state) => state.loadFailed);
  if (loaded) return <Message icon={ICONS[view]} title={t(`empty.${view}.title`)} words={t(`empty.${view}.words`)} />;
  if (!failed) return <Skeletons />;
  return (
    <Message icon={CircleAlert} title={t('list.failed.title')} words={t('list.failed.words')}>
      <Button className="button" onPress={desk.reload}>{t('tryAgain')}</Button>
    </Message>
  );
}

function Message({ icon: Icon, title, words, children }: { icon: LucideIcon; title: string; words: string; children?: React.ReactNode }) {
  return (
    <div className="placeholder">
      <Icon size={24} strokeWidth={1.5} aria-hidden />
      <h2>{title}</h2>
      <p>{words}</p>
      {children}
    </div>
  );
}

function Skeletons() {
  const shown = useDelayed();
  const { t } = usePreferences();
  if (!shown) return null;
  return (
    <div role="status">
      <span className="only-read-aloud">{t('loading')}</span>
      {[72, 54, 64, 48, 60].map((width, index) => <RowSkeleton key={index} width={width} />)}
    </div>
  );
}

/** A row that was not read yet. */
export function RowSkeleton({ width = 60 }: { width?: number }) {
  return (
    <div className="row-skeleton" style={{ height: ROW_HEIGHT }} aria-hidden>
      <span className="skeleton" style={{ width: `${width}%`, height: 12 }} />
      <span className="skeleton" style={{ width: '92%', height: 10 }} />
      <span className="skeleton" style={{ width: '40%', height: 10 }} />
    </div>
  );
}
