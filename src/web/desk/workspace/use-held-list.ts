import { useMemo, useState } from 'react';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import type { Conversations } from '../state/conversations.ts';
import { compareHeld } from '../state/held-order.ts';
import type { DeskConversation } from '../state/model.ts';
import { countView } from '../state/view-counts.ts';
import type { ViewList } from '../state/view-lists.ts';
import { ORDERS, type View } from '../state/views.ts';
import { useSeldom } from './use-seldom.ts';

export interface HeldList {
  /** The rows that were read, in the order in which they are shown. */
  readonly ids: readonly string[];
  /** How long the list is with what was not read yet. */
  readonly length: number;
  /** How many the view has, by the server's count where not all of it was read. */
  readonly total: number;
  readonly hasMore: boolean;
  /** Ids that the list would show and does not, as long as it stands still. */
  readonly arrived: readonly string[];
  /** True where letting go would change what is seen. */
  readonly outdated: boolean;
  /** The state in which the list was kept, for rows that are gone altogether. */
  readonly lastKnown: (id: string) => DeskConversation | undefined;
  /** Keeps the list as it is from now on; does nothing while it is kept. */
  readonly hold: () => void;
  readonly letGo: () => void;
  /** Shows the order as it is now, and keeps that. */
  readonly update: () => void;
}

interface Kept {
  readonly ids: readonly string[];
  readonly edge: DeskConversation | null;
  readonly conversations: Conversations;
}

const EMPTY: ViewList = { ids: [], edge: null, next: null };
const NOTHING_WAITS = { arrived: [], outdated: false };

/** A view's list that stands still while it is held; only what is read on at its end is added. */
export function useHeldList(view: View): HeldList {
  const desk = useDesk();
  const live = useDeskState((state) => state.lists[view]) ?? EMPTY;
  const total = useDeskState((state) => countView(view, state.lists, state.totals)) ?? 0;
  const [kept, setKept] = useState<Kept | null>(null);
  if (kept && kept.edge !== live.edge) setKept(readOn(view, kept, live, desk.getState().conversations));
  const ids = kept?.ids ?? live.ids;
  // Comparing costs as much as the list is long, so it is done now and then and not with every change.
  const wanted = useSeldom(live.ids);
  const waiting = useMemo(() => (kept ? compareHeld(kept.ids, wanted) : NOTHING_WAITS), [kept, wanted]);
  const hasMore = live.next !== null;
  const keep = (): void => { setKept({ ...live, conversations: desk.getState().conversations }); };
  return {
    ids, total, hasMore, ...waiting,
    length: hasMore ? Math.max(total, ids.length + 1) : ids.length,
    lastKnown: (id) => kept?.conversations.get(id),
    hold() { if (!kept && live.ids.length > 0) keep(); },
    letGo() { setKept(null); },
    update: keep,
  };
}

/** The rows after the old edge come after those that are kept. */
function readOn(view: View, kept: Kept, live: ViewList, conversations: Conversations): Kept {
  const { edge } = kept;
  const shown = new Set(kept.ids);
  const added = live.ids.filter((id) => {
    const conversation = conversations.get(id);
    return !shown.has(id) && edge !== null && conversation !== undefined && ORDERS[view](conversation, edge) > 0;
  });
  return { ids: [...kept.ids, ...added], edge: live.edge, conversations };
}
