import { AlarmClock, AlarmClockOff, ArrowRightLeft, CircleCheck, Hand, MessagesSquare, RotateCcw, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { ExplainedButton } from '../../staff/controls/explained-button.tsx';
import { Key } from '../controls/key.tsx';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Attempt } from '../state/availability.ts';
import type { DeskConversation } from '../state/model.ts';
import type { ShortcutId } from '../workspace/shortcuts.ts';
import { MoreMenu } from './moves/more-menu.tsx';
import type { Moves } from './moves/moves.tsx';
import { SnoozeMenu } from './moves/snooze-menu.tsx';
import type { Actions } from './use-actions.ts';

export interface ActionBarProps {
  readonly conversation: DeskConversation;
  readonly actions: Actions;
  readonly moves: Moves;
}

/** The same buttons in the same places; what cannot be done now says why, and what is done already makes room for its opposite. */
export function ActionBar({ conversation, actions, moves }: ActionBarProps) {
  const { t } = usePreferences();
  const snooze = useRef<HTMLDivElement>(null);
  const isSnoozed = conversation.snoozedUntil !== null;
  const isResolved = conversation.status === 'resolved';
  const button = (attempt: Attempt, icon: LucideIcon, key: ShortcutId, onPress: () => void, kind: 'primary' | 'plain' = 'plain') => (
    <ExplainedButton
      icon={icon}
      label={t(`actions.${attempt}`)}
      description={t(`actionWords.${attempt}`)}
      obstacle={actions.obstacle(attempt)}
      kind={kind}
      hint={<Key of={key} />}
      onPress={onPress}
      onRefused={(words) => { showNotice('problem', words); }}
    />
  );
  return (
    <div className="action-bar" role="toolbar" aria-label={t('actions.label')}>
      {!isResolved && button('claim', Hand, 'claim', () => { actions.attempt('claim'); }, actions.obstacle('claim') === null ? 'primary' : 'plain')}
      {button('give', ArrowRightLeft, 'transfer', () => { moves.open('transfer'); })}
      <div ref={snooze}>
        {isSnoozed ? button('wake', AlarmClockOff, 'snooze', () => { actions.attempt('wake'); }) : button('snooze', AlarmClock, 'snooze', () => { moves.open('snooze'); })}
      </div>
      {button('open-thread', MessagesSquare, 'thread', () => { moves.open('thread'); })}
      {isResolved
        ? button('reopen', RotateCcw, 'resolve', () => { actions.attempt('reopen'); }, 'primary')
        : button('resolve', CircleCheck, 'resolve', () => { actions.attempt('resolve'); })}
      <MoreMenu actions={actions} />
      <SnoozeMenu
        trigger={snooze}
        isOpen={moves.shown === 'snooze'}
        onOpenChange={(isOpen) => { if (!isOpen) moves.close('snooze'); }}
        onChoose={(until) => { void actions.snooze(until); }}
        onOther={() => { moves.open('snooze-other'); }}
      />
    </div>
  );
}
