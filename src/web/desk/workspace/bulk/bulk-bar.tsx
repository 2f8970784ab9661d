import { AlarmClock, ArrowRightLeft, CircleCheck, Hand, Undo2, X, type LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useDesk } from '../../connection/desk-context.tsx';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { SnoozeDialog } from '../../conversation/moves/snooze-dialog.tsx';
import { SnoozeMenu } from '../../conversation/moves/snooze-menu.tsx';
import { formatNumber } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { BulkAction } from '../../state/bulk.ts';
import type { View } from '../../state/views.ts';
import type { HeldList } from '../use-held-list.ts';
import type { Selection } from '../use-selection.ts';
import { GiveDialog } from './give-dialog.tsx';
import type { Bulk } from './use-bulk.ts';

interface BulkBarProps {
  readonly view: View;
  readonly bulk: Bulk;
  readonly selection: Selection;
  readonly list: HeldList;
}

/** Below the rows, so that none of them moves: what can be done to those that are picked. */
export function BulkBar(props: BulkBarProps) {
  const { t } = usePreferences();
  const { bulk, selection } = props;
  const count = selection.ids.size;
  return (
    <>
      <span className="only-read-aloud" role="status">{count > 0 && t('bulk.count', { count })}</span>
      {count > 0 && bulk.run?.phase !== 'running' && <SelectionBar {...props} />}
    </>
  );
}

function SelectionBar({ view, bulk, selection, list }: BulkBarProps) {
  const { t, preferences: { language } } = usePreferences();
  const desk = useDesk();
  const [asking, setAsking] = useState<'give' | 'snooze' | 'snooze-other' | null>(null);
  const snooze = useRef<HTMLDivElement>(null);
  const isAll = list.ids.length === selection.ids.size;
  const button = (icon: LucideIcon, action: 'claim' | 'release' | 'transfer' | 'snooze' | 'resolve', onPress: () => void) => (
    <IconButton icon={icon} label={t(`actions.${action}`)} onPress={onPress} />
  );
  const shown = (which: typeof asking) => ({ isOpen: asking === which, onOpenChange: (isOpen: boolean) => { setAsking((now) => (isOpen ? which : now === which ? null : now)); } });

  function start(action: BulkAction): void {
    bulk.start(action, selection.ids);
    selection.clear();
  }

  /** What was not read yet is read first. */
  async function pickAll(): Promise<void> {
    await desk.loadMore(view, Infinity);
    selection.set(desk.getState().lists[view]?.ids ?? []);
  }

  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.label')}>
      <div className="bulk-head">
        <strong>{t('bulk.count', { count: selection.ids.size })}</strong>
        {!isAll && <Button className="text-button" onPress={() => { void pickAll(); }}>{t('bulk.all', { number: formatNumber(list.hasMore ? list.total : list.ids.length, language) })}</Button>}
        <IconButton icon={X} label={t('bulk.clear')} onPress={selection.clear} />
      </div>
      <div className="bulk-actions">
        {button(Hand, 'claim', () => { start({ kind: 'claim' }); })}
        {button(ArrowRightLeft, 'transfer', () => { setAsking('give'); })}
        <div ref={snooze}>{button(AlarmClock, 'snooze', () => { setAsking('snooze'); })}</div>
        {button(Undo2, 'release', () => { start({ kind: 'release' }); })}
        {button(CircleCheck, 'resolve', () => { start({ kind: 'resolve' }); })}
      </div>
      <SnoozeMenu trigger={snooze} {...shown('snooze')} onChoose={(until) => { start({ kind: 'snooze', until }); }} onOther={() => { setAsking('snooze-other'); }} />
      <SnoozeDialog {...shown('snooze-other')} onChoose={(until) => { start({ kind: 'snooze', until }); }} />
      <GiveDialog ids={selection.ids} onGive={start} {...shown('give')} />
    </div>
  );
}
