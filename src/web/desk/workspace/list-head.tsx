import { RefreshCw } from 'lucide-react';
import { useDesk } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { View } from '../state/views.ts';
import type { HeldList } from './use-held-list.ts';

/**
 * In which order the list is; and while it stands still under the pointer, what waits. Never over the
 * rows: nothing may come between aiming and clicking.
 */
export function ListHead({ view, list, onUpdate }: { view: View; list: HeldList; onUpdate: () => void }) {
  const { t } = usePreferences();
  return (
    <div className="list-head">
      <span>{t(`list.order.${view}`)}</span>
      <span role="status">
        {list.outdated && <UpdateButton list={list} onUpdate={onUpdate} />}
      </span>
    </div>
  );
}

function UpdateButton({ list: { arrived }, onUpdate }: { list: HeldList; onUpdate: () => void }) {
  const { t } = usePreferences();
  const { conversations } = useDesk().getState();
  const critical = arrived.filter((id) => conversations.get(id)?.urgency === 'critical').length;
  const words = [
    arrived.length > 0 ? t('list.new', { count: arrived.length }) : t('list.changed'),
    ...(critical > 0 ? [t('views.critical', { count: critical })] : []),
  ];
  return (
    <button type="button" className="update-button" data-critical={critical > 0} onClick={onUpdate}>
      <RefreshCw size={12} aria-hidden />{words.join(' · ')}
    </button>
  );
}
