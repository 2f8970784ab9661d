import { ArrowLeft, CircleCheck, Hand, PanelRight, Undo2, UserRoundPlus, Bot, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { ExplainedButton } from '../controls/explained-button.tsx';
import { showNotice } from '../controls/toasts.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Key } from '../controls/key.tsx';
import { UrgencyMark } from '../controls/urgency-mark.tsx';
import { CaseNumber } from './case-number.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { DeskConversation } from '../state/model.ts';
import type { ShortcutId } from '../workspace/shortcuts.ts';
import { ColleaguePicker } from './colleague-picker.tsx';
import { OwnerPhrase } from './owner-phrase.tsx';
import type { Actions } from './use-actions.ts';

interface ConversationHeaderProps {
  readonly conversation: DeskConversation;
  readonly actions: Actions;
  readonly assigning: boolean;
  readonly onAssigning: (open: boolean) => void;
  readonly detailsOpen: boolean;
  readonly onDetails: (open: boolean) => void;
  readonly onClose: () => void;
}

export function ConversationHeader({ conversation, detailsOpen, onDetails, onClose, ...actionBar }: ConversationHeaderProps) {
  const { t } = usePreferences();
  const { intent, urgency, caseNumber } = conversation;
  return (
    <header className="conversation-header">
      <div className="back-button"><IconButton icon={ArrowLeft} label={t('backToList')} onPress={onClose} /></div>
      <div className="conversation-heading">
        <div className="conversation-title">
          <UrgencyMark urgency={urgency} />
          <h2>{t(intent ? `intents.${intent}` : 'intents.none')}</h2>
        </div>
        <div className="conversation-subtitle">
          <CaseNumber value={caseNumber} />
          <span><OwnerPhrase conversation={conversation} /></span>
        </div>
      </div>
      <ActionBar conversation={conversation} {...actionBar} />
      <div className="details-button">
        <IconButton icon={PanelRight} label={t('details')} aria-expanded={detailsOpen} onPress={() => { onDetails(!detailsOpen); }} />
      </div>
    </header>
  );
}

type ActionBarProps = Pick<ConversationHeaderProps, 'conversation' | 'actions' | 'assigning' | 'onAssigning'>;

/** Always the same buttons in the same places; what cannot be done now says why. */
function ActionBar({ conversation, actions, assigning, onAssigning }: ActionBarProps) {
  const { t } = usePreferences();
  const assign = useRef<HTMLDivElement>(null);
  const claimable = actions.obstacle('claim') === null;
  const button = (action: 'claim' | 'assign' | 'release' | 'return' | 'resolve', icon: LucideIcon, options: { key?: ShortcutId; kind?: 'primary' | 'plain'; onPress?: () => void } = {}) => (
    <ExplainedButton
      icon={icon}
      label={t(`actions.${action}`)}
      description={t(`actionWords.${action}`)}
      obstacle={actions.obstacle(action)}
      kind={options.kind ?? 'plain'}
      hint={options.key && <Key of={options.key} />}
      onPress={options.onPress ?? (() => { if (action !== 'assign') actions.attempt(action); })}
      onRefused={(words) => { showNotice('problem', words); }}
    />
  );
  return (
    <div className="action-bar" role="toolbar" aria-label={t('actions.label')}>
      {button('claim', Hand, { key: 'claim', kind: claimable ? 'primary' : 'plain' })}
      <div ref={assign}>{button('assign', UserRoundPlus, { key: 'assign', onPress: () => { onAssigning(true); } })}</div>
      {button('release', Undo2)}
      {button('return', Bot)}
      {button('resolve', CircleCheck, { key: 'resolve' })}
      <ColleaguePicker conversation={conversation} trigger={assign} isOpen={assigning} onOpenChange={onAssigning} onPick={actions.assign} />
    </div>
  );
}
