import type { Conversations } from './conversations.ts';
import type { DeskConversation } from './model.ts';
import { isInView, ORDERS, VIEWS, type Compare, type View, type Viewer } from './views.ts';

/** A view as far as it was read. */
export interface ViewList {
  /** In the view's order, without gaps up to the edge. */
  readonly ids: readonly string[];
  /** The last row that the server gave, as it was then; null where everything is here. */
  readonly edge: DeskConversation | null;
  /** For asking for what comes after the edge; null where everything is here. */
  readonly next: string | null;
}

/** Views that were not read yet are missing. */
export type ViewLists = Readonly<Partial<Record<View, ViewList>>>;

/** What the server gave of a view: the first page of it, or the next. */
export interface Page {
  readonly conversations: readonly DeskConversation[];
  readonly next: string | null;
}

/**
 * The lists after some conversations changed or went. They stay in order by moving only those, so that
 * a change costs the same however long a list is.
 * @param before the conversations until then, by which the lists are in order.
 * @param after the conversations now; who is not in it is gone.
 */
export function moveInLists(lists: ViewLists, before: Conversations, after: Conversations, changed: readonly string[], me: Viewer): ViewLists {
  let moved = lists;
  for (const view of VIEWS) {
    const list = lists[view];
    const ids = list && moveInList(view, list, { before, after, changed, me });
    if (list && ids !== undefined && ids !== list.ids) moved = { ...moved, [view]: { ...list, ids } };
  }
  return moved;
}

interface Change {
  readonly before: Conversations;
  readonly after: Conversations;
  readonly changed: readonly string[];
  readonly me: Viewer;
}

function moveInList(view: View, list: ViewList, { before, after, changed, me }: Change): readonly string[] {
  const compare = ORDERS[view];
  const ids = createSortedIds(list.ids, compare, before);
  for (const id of changed) {
    const [old, now] = [before.get(id), after.get(id)];
    const isListed = old !== undefined && isWithin(view, list, old, me);
    const belongs = now !== undefined && isWithin(view, list, now, me);
    if (isListed && !(belongs && compare(old, now) === 0)) ids.remove(old);
    if (belongs) ids.insert(now);
  }
  return ids.result();
}

function isWithin(view: View, { edge }: Pick<ViewList, 'edge'>, conversation: DeskConversation, me: Viewer): boolean {
  return isInView(view, conversation, me) && (edge === null || ORDERS[view](conversation, edge) <= 0);
}

/** Ids kept in order while their conversations change one by one. Copies them at the first change. */
function createSortedIds(initial: readonly string[], compare: Compare, before: Conversations) {
  const now = new Map<string, DeskConversation>();
  let copy: string[] | undefined;

  /** Where it stands, or would. */
  function placeOf(conversation: DeskConversation): number {
    const ids = copy ?? initial;
    let [low, high] = [0, ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const id = ids[middle] ?? '';
      const other = now.get(id) ?? before.get(id);
      if (other && compare(other, conversation) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    insert(conversation: DeskConversation): void {
      const place = placeOf(conversation);
      now.set(conversation.id, conversation);
      if ((copy ?? initial)[place] !== conversation.id) (copy ??= [...initial]).splice(place, 0, conversation.id);
    },
    remove(conversation: DeskConversation): void {
      const place = placeOf(conversation);
      if ((copy ?? initial)[place] === conversation.id) (copy ??= [...initial]).splice(place, 1);
    },
    result: (): readonly string[] => copy ?? initial,
  };
}

/**
 * A view's list after a page of it came, the first or the next: everything known up to the page's end.
 * @param conversations what is known, the page among it.
 * @param doubted ids that were not told since the connection was lost: only the page itself puts them back.
 */
export function takePage(view: View, { conversations: rows, next }: Page, conversations: Conversations, doubted: ReadonlySet<string>, me: Viewer): ViewList {
  const edge = next === null ? null : rows.at(-1) ?? null;
  const told = new Set(rows.map(({ id }) => id));
  const known = [...conversations.values()].filter((one) => isWithin(view, { edge }, one, me) && (told.has(one.id) || !doubted.has(one.id)));
  return { ids: known.sort(ORDERS[view]).map(({ id }) => id), edge, next };
}
