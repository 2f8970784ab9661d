import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { cursorOf, type ConversationLog } from '../state/conversation-log.ts';
import type { DeskConversation } from '../state/model.ts';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => { document.removeEventListener('visibilitychange', listener); };
}

/** Whether the window is on the screen, and not behind another tab. */
export function useVisible(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
}

/**
 * What the agent has on the screen counts as read: the contact is told of what the owner has seen, and
 * a note that calls somebody stops calling. @param atEnd whether the newest is on the screen.
 */
export function useSeeing(conversation: DeskConversation, log: ConversationLog, atEnd: boolean): void {
  const desk = useDesk();
  const isVisible = useVisible();
  const me = useDeskState((state) => state.me);
  const isOnline = useDeskState((state) => state.link === 'online');
  const { id, owner, mentioned } = conversation;
  const seq = cursorOf(log);
  const sees = isVisible && atEnd && isOnline && seq > 0;
  const isMine = owner.kind === 'agent' && owner.agentId === me.id;
  const isCalled = mentioned.includes(me.id);
  const asked = useRef(false);

  useEffect(() => { desk.setVisible(isVisible); }, [desk, isVisible]);
  useEffect(() => { if (sees && isMine) desk.noteRead(id, seq); }, [desk, sees, isMine, id, seq]);
  useEffect(() => {
    if (!isCalled) asked.current = false;
    if (!sees || !isCalled || asked.current) return;
    asked.current = true;
    void desk.command(id, { type: 'see-mention' }).then(({ ok }) => { if (!ok) asked.current = false; });
  }, [desk, sees, isCalled, id]);
}
