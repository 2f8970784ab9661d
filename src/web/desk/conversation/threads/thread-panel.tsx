import { Lock, MessagesSquare } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useDeskState } from '../../connection/desk-context.tsx';
import { Key } from '../../controls/key.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import { waitsForMe, type Thread } from '../../state/threads.ts';
import { ThreadView } from './thread-view.tsx';

interface ThreadPanelProps {
  readonly conversation: DeskConversation;
  readonly threads: readonly Thread[];
  /** The one that was asked for; the others are closed up until they are opened. */
  readonly chosenId: string | null;
  readonly onOpen: () => void;
}

/** Side threads beside the conversation, so that both are read at once. */
export function ThreadPanel({ conversation, threads, chosenId, onOpen }: ThreadPanelProps) {
  const { t } = usePreferences();
  const me = useDeskState((state) => state.me);
  const first = threads.find((thread) => waitsForMe(thread, conversation, me)) ?? threads[0];
  return (
    <div className="thread-panel">
      <p className="internal-mark"><Lock size={12} aria-hidden />{t('threads.internal')}</p>
      {threads.length === 0 ? (
        <div className="placeholder">
          <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
          <h2>{t('threads.none')}</h2>
          <p>{t('threads.noneWords')}</p>
        </div>
      ) : threads.map((thread) => (
        <ThreadView key={thread.threadId} conversation={conversation} thread={thread} isChosen={(chosenId ?? first?.threadId) === thread.threadId} />
      ))}
      {conversation.status === 'open' && <Button className="button thread-more" onPress={onOpen}><MessagesSquare size={14} aria-hidden />{t('threads.open')}<Key of="thread" /></Button>}
    </div>
  );
}
