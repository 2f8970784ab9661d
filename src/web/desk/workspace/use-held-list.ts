import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Conversations } from '../state/conversations.ts';
import { holdOrder, type HeldOrder } from '../state/held-order.ts';
import type { DeskConversation, Me } from '../state/model.ts';
import { listView, type View } from '../state/views.ts';

export interface HeldList extends HeldOrder {
  /** The row's newest known state; rows that are gone altogether keep their last. */
  readonly conversationOf: (id: string) => DeskConversation | undefined;
  readonly hold: (held: boolean) => void;
  /** Shows the order as it is now, wherever the pointer is. */
  readonly update: () => void;
}

/** A view's list that stands still while it is held. */
export function useHeldList(view: View, conversations: Conversations, me: Me): HeldList {
  const [held, setHeld] = useState(false);
  const [, setUpdates] = useState(0);
  const shown = useRef<readonly string[] | null>(null);
  const lastKnown = useRef<Conversations>(conversations);
  const wanted = useMemo(() => listView(view, conversations, me).map(({ id }) => id), [view, conversations, me]);
  const order = holdOrder(shown.current, wanted, held);
  useLayoutEffect(() => {
    shown.current = order.shown;
    if (!held) lastKnown.current = conversations;
  });
  return {
    ...order,
    conversationOf: (id) => conversations.get(id) ?? lastKnown.current.get(id),
    hold: setHeld,
    update() {
      shown.current = null;
      setUpdates((count) => count + 1);
    },
  };
}
