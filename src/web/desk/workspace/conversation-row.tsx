import { Clock, CornerUpLeft } from 'lucide-react';
import { parseMarkdown, plainTextOf } from '../../shared/markdown.ts';
import { isPlainClick } from '../controls/plain-click.ts';
import { MarkedText } from '../controls/marked-text.tsx';
import { useDeskState } from '../connection/desk-context.tsx';
import { UrgencyMark } from '../controls/urgency-mark.tsx';
import { languageName } from '../format/names.ts';
import { WaitingTime } from '../format/waiting-time.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { pathTo } from '../state/location.ts';
import type { DeskConversation } from '../state/model.ts';
import { waitingSince, type View } from '../state/views.ts';

/** Height of every row, px; the same in styles/queue.css. */
export const ROW_HEIGHT = 72;

interface ConversationRowProps {
  readonly conversation: DeskConversation;
  readonly view: View;
  readonly isOpen: boolean;
  /** No longer in the view; stays until the pointer leaves the list. */
  readonly hasLeft: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

export function ConversationRow({ conversation, view, isOpen, hasLeft, isTabStop, onFocus, onOpen }: ConversationRowProps) {
  const { t } = usePreferences();
  const { id, intent, lastMessage, urgency } = conversation;
  const since = waitingSince(conversation);
  return (
    <a
      className="row"
      href={pathTo(view, id)}
      data-id={id}
      data-urgency={urgency}
      data-left={hasLeft}
      aria-current={isOpen}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={onFocus}
      onClick={(event) => { if (isPlainClick(event)) { event.preventDefault(); onOpen(); } }}
    >
      <span className="row-line">
        <UrgencyMark urgency={urgency} wordless />
        <span className="row-title">{t(intent ? `intents.${intent}` : 'intents.none')}</span>
        {since === null
          ? <span className="row-time"><WaitingTime since={lastMessage?.at ?? conversation.updatedAt} /></span>
          : <span className="row-time" data-waiting><Clock size={12} aria-hidden /><span className="only-read-aloud">{t('row.waiting')}</span><WaitingTime since={since} /></span>}
      </span>
      <span className="row-snippet">
        {lastMessage && lastMessage.from !== 'contact' && <CornerUpLeft size={12} aria-label={t(`row.from.${lastMessage.from}`)} />}
        <span dir="auto">{lastMessage ? <MarkedText text={snippetOf(lastMessage)} /> : t('row.noMessage')}</span>
      </span>
      <RowFacts conversation={conversation} />
    </a>
  );
}

function RowFacts({ conversation: { owner, status, urgency, locale, caseNumber } }: { conversation: DeskConversation }) {
  const { t, preferences: { language } } = usePreferences();
  const myId = useDeskState((state) => state.me.id);
  const who = status === 'resolved' ? t('owner.resolved')
    : owner.kind === 'assistant' ? t('owner.assistant')
      : owner.kind === 'queue' ? t(`teams.${owner.team}`)
        : owner.agentId === myId ? t('owner.me') : owner.name;
  return (
    <span className="row-facts">
      {(urgency === 'critical' || urgency === 'high') && <span className="urgency" data-urgency={urgency}>{t(`urgency.${urgency}`)}</span>}
      <span>{who}</span>
      <span>{languageName(locale, language)}</span>
      <span className="row-case">{caseNumber}</span>
    </span>
  );
}

/** Answers are Markdown; a row shows their words. What contacts write is shown as it is. */
function snippetOf({ from, text }: NonNullable<DeskConversation['lastMessage']>): string {
  return from === 'contact' ? text : plainTextOf(parseMarkdown(text));
}
