import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { formatDay } from '../../shared/format-time.ts';
import { useDeskState } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { cursorOf, type ConversationLog } from '../state/conversation-log.ts';
import { lastReadByContact, lastReadByOwner } from '../state/last-read.ts';
import type { DeskConversation } from '../state/model.ts';
import type { Outgoing } from '../state/outbox.ts';
import { buildTimeline, type TimelineItem } from '../state/timeline.ts';
import { ContactMessage } from './contact-message.tsx';
import { Note } from './note.tsx';
import { PendingMessage } from './pending-message.tsx';
import { SentMessage } from './sent-message.tsx';
import { SystemLine } from './system-line.tsx';
import { ThreadLine } from './threads/thread-line.tsx';
import { TypingLine } from './typing-line.tsx';
import { useSeeing } from './use-seeing.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

interface TimelineProps {
  readonly conversation: DeskConversation;
  readonly log: ConversationLog;
  readonly onTakeBack: (message: Outgoing) => void;
  /** Opens a side thread beside it; absent where there is nothing beside it. */
  readonly onThread?: ((threadId: string) => void) | undefined;
}

/** Everything that happened, from the first message on. Stays at the end unless the agent reads further up. */
export function Timeline({ conversation, log, ...handlers }: TimelineProps) {
  const { t } = usePreferences();
  const outbox = useDeskState((state) => state.outbox);
  const pending = useMemo(() => outbox.filter(({ conversationId }) => conversationId === conversation.id), [outbox, conversation.id]);
  const items = useMemo(() => buildTimeline(log.events, pending, (at) => new Date(at).toDateString()), [log, pending]);
  const { scroller, atEnd, toEnd } = useStayAtEnd(items);
  const read = useRead(conversation, log);
  useSeeing(conversation, log, atEnd);
  // Whoever sends something wants to see it, wherever they were reading.
  const lastSent = pending.at(-1)?.clientMessageId;
  useEffect(() => { if (lastSent !== undefined) toEnd(); }, [lastSent, toEnd]);
  // Not a word before the whole log is here: it would jump as it grows.
  const complete = cursorOf(log) > 0;
  return (
    <div className="timeline-frame">
      <div className="timeline" ref={scroller} tabIndex={0} role="log" aria-label={t('timeline.label')} aria-busy={!complete}>
        <div className="timeline-items">
          {items.map((item) => <TimelineEntry key={item.key} item={item} read={read} {...handlers} />)}
          <TypingLine conversationId={conversation.id} />
        </div>
      </div>
      {!atEnd && (
        <button type="button" className="to-end" onClick={toEnd}><ArrowDown size={14} aria-hidden />{t('timeline.toEnd')}</button>
      )}
    </div>
  );
}

interface Read {
  /** The message to the contact that they read last, and when. */
  readonly byContact: { readonly seq: number; readonly at: number | null } | null;
  /** The contact's message that the owner read last, for those who look on. */
  readonly byOwner: { readonly seq: number; readonly name: string } | null;
}

function useRead({ id, owner }: DeskConversation, { events }: ConversationLog): Read {
  const marks = useDeskState((state) => state.readMarks.get(id));
  const myId = useDeskState((state) => state.me.id);
  return useMemo(() => {
    const contactSeq = marks ? lastReadByContact(events, marks.contact) : null;
    const ownerSeq = marks && owner.kind === 'agent' && owner.agentId !== myId ? lastReadByOwner(events, marks.agents) : null;
    return {
      byContact: contactSeq === null ? null : { seq: contactSeq, at: marks?.contactAt ?? null },
      byOwner: ownerSeq === null || owner.kind !== 'agent' ? null : { seq: ownerSeq, name: owner.name },
    };
  }, [marks, events, owner, myId]);
}

function TimelineEntry({ item, read, onTakeBack, onThread }: Pick<TimelineProps, 'onTakeBack' | 'onThread'> & { item: TimelineItem; read: Read }) {
  const { preferences: { language } } = usePreferences();
  switch (item.kind) {
    case 'day':
      return <h3 className="day">{formatDay(item.at, Date.now(), language)}</h3>;
    case 'contact':
      return <ContactMessage item={item} readBy={read.byOwner?.seq === item.event.seq ? read.byOwner.name : null} />;
    case 'sent':
      return <SentMessage item={item} read={read.byContact?.seq === item.event.seq ? read.byContact : null} />;
    case 'note':
      return <Note item={item} />;
    case 'thread':
      return <ThreadLine item={item} onOpen={onThread} />;
    case 'pending':
      return <PendingMessage message={item.message} continues={item.continues} onTakeBack={onTakeBack} />;
    case 'system':
      return <SystemLine event={item.event} />;
  }
}
