import type { DeskClientFrame } from '../../../protocol/desk.ts';
import { cursorOf, EMPTY_LOG } from '../state/conversation-log.ts';
import type { DeskAction, DeskState } from '../state/desk-state.ts';
import type { Loader } from './loader.ts';
import type { Store } from './store.ts';

export interface Following {
  /** Shows a conversation: its log is followed until another is opened. */
  open(conversationId: string | null): void;
  /** After a connection: goes on where the log ends. */
  resume(): void;
}

export function createFollowing({ store, loader, transmit }: {
  store: Pick<Store<DeskState, DeskAction>, 'getState' | 'dispatch'>;
  loader: Pick<Loader, 'refresh'>;
  transmit: (frame: DeskClientFrame) => boolean;
}): Following {
  function resume(): void {
    const { openId, logs, conversations } = store.getState();
    if (openId === null) return;
    transmit({ type: 'follow', conversationId: openId, after: cursorOf(logs.get(openId) ?? EMPTY_LOG) });
    // A link may lead to a conversation that is in no list; also, following one that is not there tells nothing.
    if (!conversations.has(openId)) void loader.refresh(openId);
  }

  return {
    open(conversationId) {
      const { openId } = store.getState();
      if (openId === conversationId) return;
      if (openId !== null) transmit({ type: 'unfollow', conversationId: openId });
      store.dispatch({ type: 'conversation.opened', conversationId });
      resume();
    },
    resume,
  };
}
