import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDeskState } from '../../connection/desk-context.tsx';
import { cursorOf, type ConversationLog } from '../../state/conversation-log.ts';
import type { DeskConversation } from '../../state/model.ts';
import { listThreads, waitsForMe, type Thread } from '../../state/threads.ts';

/** What is shown beside the conversation. */
export interface Side {
  readonly shown: 'facts' | 'threads';
  readonly threads: readonly Thread[];
  /** How many of them wait for this agent. */
  readonly waiting: number;
  readonly threadId: string | null;
  show(what: 'facts' | 'threads'): void;
  /** Opens a thread beside the conversation; null for whichever is newest. */
  showThread(threadId: string | null): void;
}

/** Opened with a thread that waits for the agent, where there is one; from then on it changes only when asked. */
export function useSide(conversation: DeskConversation | undefined, log: ConversationLog, onDetails: (open: boolean) => void): Side {
  const me = useDeskState((state) => state.me);
  const [shown, show] = useState<'facts' | 'threads'>('facts');
  const [threadId, setThreadId] = useState<string | null>(null);
  const threads = useMemo(() => (conversation ? listThreads(log.events, conversation) : []), [log, conversation]);
  const waiting = conversation ? threads.filter((thread) => waitsForMe(thread, conversation, me)) : [];
  // A link may bring the log before the state, or the state before the end of the log.
  const isComplete = conversation !== undefined && cursorOf(log) >= conversation.seq;
  const wasComplete = useRef(false);
  const [firstWaiting] = waiting;
  const newest = threads.findLast(({ closed }) => closed === null) ?? threads.at(-1);

  useEffect(() => {
    if (!isComplete || wasComplete.current) return;
    wasComplete.current = true;
    if (firstWaiting) show('threads');
  }, [isComplete, firstWaiting]);

  const showThread = useCallback((id: string | null) => {
    setThreadId(id);
    show('threads');
    onDetails(true);
  }, [onDetails]);

  return { shown, threads, waiting: waiting.length, threadId: threadId ?? firstWaiting?.threadId ?? newest?.threadId ?? null, show, showThread };
}
