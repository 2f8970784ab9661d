import { ArrowLeft, PanelRight } from 'lucide-react';
import { IconButton } from '../../staff/controls/icon-button.tsx';
import { UrgencyMark } from '../../staff/controls/urgency-mark.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { ActionBar, type ActionBarProps } from './action-bar.tsx';
import { CaseNumber } from './case-number.tsx';
import { OwnerPhrase } from './owner-phrase.tsx';

interface ConversationHeaderProps extends ActionBarProps {
  readonly detailsOpen: boolean;
  readonly onDetails: (open: boolean) => void;
  readonly onClose: () => void;
}

export function ConversationHeader({ detailsOpen, onDetails, onClose, ...actionBar }: ConversationHeaderProps) {
  const { t } = usePreferences();
  const { conversation } = actionBar;
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
      <ActionBar {...actionBar} />
      <div className="details-button">
        <IconButton icon={PanelRight} label={t('details')} aria-expanded={detailsOpen} onPress={() => { onDetails(!detailsOpen); }} />
      </div>
    </header>
  );
}
