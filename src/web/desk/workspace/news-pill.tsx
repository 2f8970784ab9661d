import { ArrowUp } from 'lucide-react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { HeldList } from './use-held-list.ts';

/** Says what waits while the list stands still under the pointer. */
export function NewsPill({ list, onUpdate }: { list: HeldList; onUpdate: () => void }) {
  const { t } = usePreferences();
  const { arrived, outdated, conversationOf } = list;
  const critical = arrived.filter((id) => conversationOf(id)?.urgency === 'critical').length;
  const words = critical > 0 ? t('list.newCritical', { count: critical })
    : arrived.length > 0 ? t('list.new', { count: arrived.length }) : t('list.changed');
  return (
    <div className="news" role="status">
      {outdated && (
        <button type="button" className="news-pill" data-critical={critical > 0} onClick={onUpdate}>
          <ArrowUp size={12} aria-hidden />{words}
        </button>
      )}
    </div>
  );
}
