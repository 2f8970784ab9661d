import type { DeskClientFrame } from '../../../protocol/desk.ts';
import { cursorOf, EMPTY_LOG } from '../state/conversation-log.ts';
import type { DeskAction, DeskState } from '../state/desk-state.ts';
import type { Loader } from './loader.ts';
import type { Store } from './store.ts';

export interface Following {
  /** Shows a conversation: its log is followed until another is opened, and colleagues see who looks at it. */
  open(conversationId: string | null): void;
  /** Whether the window can be seen at all: who has it behind others looks at nothing. */
  setVisible(isVisible: boolean): void;
  /** The owner has read up to here; what was told already is not told again. */
  noteRead(conversationId: string, seq: number): void;
  /** After a connection: goes on where the log ends. */
  resume(): void;
}

export function createFollowing({ store, loader, transmit }: {
  store: Pick<Store<DeskState, DeskAction>, 'getState' | 'dispatch'>;
  loader: Pick<Loader, 'refresh'>;
  transmit: (frame: DeskClientFrame) => boolean;
}): Following {
  let isVisible = true;
  let told: { conversationId: string; seq: number } | null = null;

  function tellView(): void {
    transmit({ type: 'view', conversationId: isVisible ? store.getState().openId : null });
  }

  function resume(): void {
    const { openId, logs, conversations } = store.getState();
    told = null;
    if (openId === null) return;
    transmit({ type: 'follow', conversationId: openId, after: cursorOf(logs.get(openId) ?? EMPTY_LOG) });
    tellView();
    // A link may lead to a conversation that is in no list; also, following one that is not there tells nothing.
    if (!conversations.has(openId)) void loader.refresh(openId);
  }

  return {
    open(conversationId) {
      const { openId } = store.getState();
      if (openId === conversationId) return;
      if (openId !== null) transmit({ type: 'unfollow', conversationId: openId });
      store.dispatch({ type: 'conversation.opened', conversationId });
      if (conversationId === null) tellView();
      resume();
    },
    setVisible(visible) {
      if (visible === isVisible) return;
      isVisible = visible;
      if (store.getState().openId !== null) tellView();
    },
    noteRead(conversationId, seq) {
      if (seq < 1 || (told?.conversationId === conversationId && told.seq >= seq)) return;
      if (transmit({ type: 'read', conversationId, seq })) told = { conversationId, seq };
    },
    resume,
  };
}
