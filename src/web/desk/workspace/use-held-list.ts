import { useMemo, useState } from 'react';
import type { Conversations } from '../state/conversations.ts';
import { holdOrder, type HeldOrder } from '../state/held-order.ts';
import type { DeskConversation, Me } from '../state/model.ts';
import { listView, type View } from '../state/views.ts';

export interface HeldList extends HeldOrder {
  /** The row's newest known state; rows that are gone altogether keep their last. */
  readonly conversationOf: (id: string) => DeskConversation | undefined;
  /** Keeps the list as it is from now on; does nothing while it is kept. */
  readonly hold: () => void;
  readonly letGo: () => void;
  /** Shows the order as it is now, and keeps that. */
  readonly update: () => void;
}

/** A view's list that stands still while it is held. */
export function useHeldList(view: View, conversations: Conversations, me: Me): HeldList {
  const [kept, setKept] = useState<{ readonly ids: readonly string[]; readonly conversations: Conversations } | null>(null);
  const wanted = useMemo(() => listView(view, conversations, me).map(({ id }) => id), [view, conversations, me]);
  const order = useMemo(() => holdOrder(kept?.ids ?? null, wanted), [kept, wanted]);
  const keep = (): void => { setKept({ ids: wanted, conversations }); };
  return {
    ...order,
    conversationOf: (id) => conversations.get(id) ?? kept?.conversations.get(id),
    hold() { if (!kept && wanted.length > 0) keep(); },
    letGo() { setKept(null); },
    update: keep,
  };
}
