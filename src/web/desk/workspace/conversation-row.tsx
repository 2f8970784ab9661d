import { AlarmClock, AtSign, Check, Clock, CornerUpLeft, History } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { callsFor } from '../../../domain/access.ts';
import { parseMarkdown, plainTextOf } from '../../shared/markdown.ts';
import { isPlainClick } from '../../staff/controls/plain-click.ts';
import { MarkedText } from '../controls/marked-text.tsx';
import { useDeskState } from '../connection/desk-context.tsx';
import { UrgencyMark } from '../../staff/controls/urgency-mark.tsx';
import { formatUntil } from '../format/format-until.ts';
import { languageName } from '../../staff/format/names.ts';
import { WaitingTime } from '../format/waiting-time.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { pathTo } from '../state/location.ts';
import type { DeskConversation } from '../state/model.ts';
import { isUnread } from '../state/unread.ts';
import { isInView, waitingSince, type View } from '../state/views.ts';
import { DeadlineMark } from './deadline-mark.tsx';

/** Height of every row, px; the same in styles/queue.css. */
export const ROW_HEIGHT = 72;

interface ConversationRowProps {
  readonly id: string;
  /** Its last known state, where it is gone altogether and the list still shows it. */
  readonly lastKnown: DeskConversation | undefined;
  readonly view: View;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (id: string, isRange: boolean) => void;
}

/** A conversation in a list. It watches only its own: a change elsewhere draws nothing here. */
export const ConversationRow = memo(function ConversationRow({ id, lastKnown, view, isOpen, isSelected, isTabStop, onFocus, onOpen, onSelect }: ConversationRowProps) {
  const { t } = usePreferences();
  const conversation = useDeskState((state) => state.conversations.get(id)) ?? lastKnown;
  const me = useDeskState((state) => state.me);
  const readSeq = useDeskState((state) => state.readMarks.get(id)?.agents);
  if (!conversation) return null;
  const { urgency, caseNumber } = conversation;

  function press(event: MouseEvent): void {
    if (event.shiftKey) onSelect(id, true);
    else if (isPlainClick(event)) onOpen(id);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <a
        className="row"
        href={pathTo(view, id)}
        data-id={id}
        data-urgency={urgency}
        data-left={!isInView(view, conversation, me)}
        data-selected={isSelected}
        data-unread={isUnread(conversation, me, readSeq)}
        aria-current={isOpen}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => { onFocus(id); }}
        onClick={press}
      >
        <RowTitle conversation={conversation} isUnread={isUnread(conversation, me, readSeq)} />
        <RowSnippet conversation={conversation} />
        <RowFacts conversation={conversation} />
      </a>
      <button
        type="button"
        role="checkbox"
        className="row-check"
        aria-checked={isSelected}
        aria-label={t('bulk.select', { case: caseNumber })}
        tabIndex={-1}
        onClick={(event) => { onSelect(id, event.shiftKey); }}
      >
        <span className="check-box"><Check size={12} strokeWidth={3} aria-hidden /></span>
      </button>
    </>
  );
});

function RowTitle({ conversation, isUnread: unread }: { conversation: DeskConversation; isUnread: boolean }) {
  const { t } = usePreferences();
  const me = useDeskState((state) => state.me);
  const { intent, urgency, lastMessage, updatedAt } = conversation;
  const since = waitingSince(conversation);
  return (
    <span className="row-line">
      <UrgencyMark urgency={urgency} wordless />
      <span className="row-title">{t(intent ? `intents.${intent}` : 'intents.none')}</span>
      {callsFor(me, conversation) && <AtSign className="row-calls" size={12} strokeWidth={2.5} aria-label={t('row.calls')} />}
      {since === null
        ? <span className="row-time"><WaitingTime since={lastMessage?.at ?? updatedAt} /></span>
        : <span className="row-time" data-waiting><Clock size={12} aria-hidden /><span className="only-read-aloud">{t('row.waiting')}</span><WaitingTime since={since} /></span>}
      {unread && <span className="row-unread" role="img" aria-label={t('row.unread')} />}
    </span>
  );
}

function RowSnippet({ conversation: { lastMessage } }: { conversation: DeskConversation }) {
  const { t } = usePreferences();
  return (
    <span className="row-snippet">
      {lastMessage && lastMessage.from !== 'contact' && <CornerUpLeft size={12} aria-label={t(`row.from.${lastMessage.from}`)} />}
      <span dir="auto">{lastMessage ? <MarkedText text={snippetOf(lastMessage)} /> : t('row.noMessage')}</span>
    </span>
  );
}

/** What matters most comes first: what has no room falls away from the end. */
function RowFacts({ conversation }: { conversation: DeskConversation }) {
  const { t, preferences: { language } } = usePreferences();
  const myId = useDeskState((state) => state.me.id);
  const { owner, status, urgency, locale, caseNumber, sla, snoozedUntil, lastAgent } = conversation;
  const who = status === 'resolved' ? t('owner.resolved')
    : owner.kind === 'assistant' ? t('owner.assistant')
      : owner.kind === 'queue' ? t(`teams.${owner.team}`)
        : owner.agentId === myId ? t('owner.me') : owner.name;
  const knows = owner.kind === 'queue' && lastAgent !== null;
  return (
    <span className="row-facts">
      {status === 'open' && <DeadlineMark sla={sla} />}
      {snoozedUntil !== null && <span className="row-fact"><AlarmClock size={12} aria-hidden />{t('row.until', { time: formatUntil(snoozedUntil, Date.now(), language) })}</span>}
      <span>{who}</span>
      <span>{languageName(locale, language)}</span>
      {(urgency === 'critical' || urgency === 'high') && <span className="urgency" data-urgency={urgency}>{t(`urgency.${urgency}`)}</span>}
      {knows && <span className="row-fact" title={t('row.knew', { name: lastAgent.name })}><History size={12} aria-label={t('row.knewThem')} />{lastAgent.agentId === myId ? t('owner.me') : lastAgent.name}</span>}
      <span className="row-case">{caseNumber}</span>
    </span>
  );
}

/** Answers are Markdown; a row shows their words. What contacts write is shown as it is. */
function snippetOf({ from, text }: NonNullable<DeskConversation['lastMessage']>): string {
  return from === 'contact' ? text : plainTextOf(parseMarkdown(text));
}
