import { ChevronRight, CircleCheck, Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { formatClock } from '../../../shared/format-time.ts';
import { useDeskState } from '../../connection/desk-context.tsx';
import { Avatar } from '../../../staff/controls/avatar.tsx';
import { Markdown } from '../../controls/markdown.tsx';
import { formatMoment } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import { waitsForMe, type Thread } from '../../state/threads.ts';
import type { ThreadEvent } from '../../state/timeline.ts';
import { ThreadReply } from './thread-reply.tsx';
import { useAddressee } from './use-addressee.ts';

interface ThreadViewProps {
  readonly conversation: DeskConversation;
  readonly thread: Thread;
  readonly isChosen: boolean;
}

/** One side thread: whom it asks, what was said, who has the word. */
export function ThreadView({ conversation, thread, isChosen }: ThreadViewProps) {
  const { t } = usePreferences();
  const addressee = useAddressee();
  const [isOpen, setOpen] = useState(isChosen);
  useEffect(() => { if (isChosen) setOpen(true); }, [isChosen, thread.threadId]);
  return (
    <Disclosure className="thread" isExpanded={isOpen} onExpandedChange={setOpen} data-closed={thread.closed !== null}>
      <Heading level={3} className="thread-heading">
        <Button slot="trigger" className="thread-trigger">
          <ChevronRight className="thread-chevron" size={14} aria-hidden />
          <span>{t('threads.between', { name: thread.opener.name, to: addressee(thread.to) })}</span>
        </Button>
      </Heading>
      <ThreadState conversation={conversation} thread={thread} />
      <DisclosurePanel>
        <ol className="thread-messages" aria-label={t('threads.messages')}>
          {thread.messages.map((event) => <ThreadMessage key={event.seq} event={event} />)}
        </ol>
        {thread.closed === null && <ThreadReply conversationId={conversation.id} threadId={thread.threadId} />}
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Who has the word, in words and with a shape. */
function ThreadState({ conversation, thread }: Pick<ThreadViewProps, 'conversation' | 'thread'>) {
  const { t } = usePreferences();
  const me = useDeskState((state) => state.me);
  const addressee = useAddressee();
  const { waitsFor, closed, to, opener } = thread;
  if (closed) return <p className="thread-state"><CircleCheck size={12} aria-hidden />{closed.name === null ? t('threads.closedWithAll') : t('threads.closedBy', { name: closed.name })}</p>;
  const mine = waitsForMe(thread, conversation, me);
  const owner = conversation.owner.kind === 'agent' ? conversation.owner.name : opener.name;
  return <p className="thread-state" data-mine={mine}><Hourglass size={12} aria-hidden />{mine ? t('threads.waitsForYou') : t('threads.waitsFor', { name: waitsFor === 'addressee' ? addressee(to) : owner })}</p>;
}

function ThreadMessage({ event: { at, data: { author, text } } }: { event: ThreadEvent }) {
  const { preferences: { language } } = usePreferences();
  return (
    <li className="thread-message">
      <Avatar of="agent" name={author.name} />
      <div>
        <p className="thread-author"><strong><bdi>{author.name}</bdi></strong><time dateTime={new Date(at).toISOString()} title={formatMoment(at, language)}>{formatClock(at, language)}</time></p>
        <Markdown text={text} />
      </div>
    </li>
  );
}
