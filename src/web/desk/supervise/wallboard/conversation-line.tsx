import { Ear } from 'lucide-react';
import { nextDue } from '../../../../domain/sla.ts';
import { languageName } from '../../../staff/format/names.ts';
import { UrgencyMark } from '../../../staff/controls/urgency-mark.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import { conversationPath, goTo } from '../go-to.ts';
import { DueWords } from './due-words.tsx';
import { ReassignButton } from './reassign-button.tsx';
import type { BoardAgent } from './watched.ts';

interface ConversationLineProps {
  readonly conversation: DeskConversation;
  readonly agents: readonly BoardAgent[];
  /** True where it is not part of the list any more. */
  readonly left: boolean;
}

/** One conversation as who oversees sees it: what it is, how late, and what to do. */
export function ConversationLine({ conversation, agents, left }: ConversationLineProps) {
  const { t, preferences: { language } } = usePreferences();
  const { id, caseNumber, owner, urgency, intent, locale, lastMessage } = conversation;
  const due = nextDue(conversation.sla);
  const has = owner.kind === 'agent' ? t('ownerPhrase.agent', { name: owner.name }) : owner.kind === 'queue' ? t('ownerPhrase.queue', { team: t(`teams.${owner.team}`) }) : t('ownerPhrase.assistant');
  return (
    <li className="watched-line" data-left={left}>
      <div className="watched-facts">
        <p className="watched-first">
          <UrgencyMark urgency={urgency} />
          <a href={conversationPath(id)} onClick={goTo}>{caseNumber}</a>
          {due && <DueWords at={due.at} />}
        </p>
        <p className="faint">{[left ? t('supervise.movedOn') : has, due && t(`supervise.reports.targets.${due.target}`), intent && t(`intents.${intent}`), languageName(locale, language)].filter(Boolean).join(' · ')}</p>
        {lastMessage && <p className="watched-text"><bdi>{lastMessage.text}</bdi></p>}
      </div>
      <div className="watched-actions">
        {owner.kind === 'agent' && <a className="button" data-kind="quiet" href={conversationPath(id, 'whisper')} onClick={goTo}><Ear size={14} aria-hidden />{t('supervise.whisper')}</a>}
        {owner.kind !== 'assistant' && <ReassignButton conversation={conversation} agents={agents} />}
      </div>
    </li>
  );
}
