import type { Conversations } from './conversations.ts';
import type { DeskConversation } from './model.ts';
import type { ViewLists } from './view-lists.ts';
import { isInView, VIEWS, type View, type Viewer } from './views.ts';

/** How long the long lists are, by the server's count. */
export interface Totals {
  readonly queue: number;
  readonly critical: number;
  readonly open: number;
}

/**
 * The totals after some conversations changed: by what is known of them before and now.
 * @returns also whether one of them was not known before, so that the server has to be asked again.
 */
export function countChanges(totals: Totals, before: Conversations, after: Conversations, changed: readonly string[], me: Viewer): { readonly totals: Totals; readonly isCertain: boolean } {
  const counted = { ...totals };
  let isCertain = true;
  for (const id of changed) {
    const [old, now] = [before.get(id), after.get(id)];
    if (old === undefined || now === undefined) {
      isCertain = false;
      continue;
    }
    for (const [key, holds] of TOTALS) counted[key] = Math.max(0, counted[key] + Number(holds(now, me)) - Number(holds(old, me)));
  }
  return { totals: counted, isCertain };
}

const TOTALS: readonly (readonly [keyof Totals, (conversation: DeskConversation, me: Viewer) => boolean])[] = [
  ['queue', (one, me) => isInView('queue', one, me)],
  ['critical', (one, me) => one.urgency === 'critical' && isInView('queue', one, me)],
  ['open', (one, me) => isInView('open', one, me)],
];

export interface ViewCounts extends Readonly<Record<View, number | null>> {
  /** Critical ones that wait in the queue. */
  readonly criticalInQueue: number;
  /** My conversations in which the contact waits for me. */
  readonly waitingForMe: number;
}

/** How many are in each view; null where it is not known, or so long that the number says nothing. */
export function countViews({ lists, totals, conversations }: { readonly lists: ViewLists; readonly totals: Totals | null; readonly conversations: Conversations }): ViewCounts {
  const counts = Object.fromEntries(VIEWS.map((view) => [view, countView(view, lists, totals)])) as Record<View, number | null>;
  const mine = lists.mine?.ids ?? [];
  return {
    ...counts,
    resolved: null,
    criticalInQueue: countCritical(lists, totals, conversations),
    waitingForMe: mine.filter((id) => (conversations.get(id)?.unansweredAt ?? null) !== null).length,
  };
}

/** Everything that is here is counted here; of what is not, the server's count is at most a few seconds old. */
export function countView(view: View, lists: ViewLists, totals: Totals | null): number | null {
  const list = lists[view];
  if (list?.next === null) return list.ids.length;
  const total = view === 'queue' || view === 'open' ? totals?.[view] ?? null : null;
  return total === null ? list?.ids.length ?? null : Math.max(total, list?.ids.length ?? 0);
}

/** They head the queue, so that they are counted until the first that is none. */
function countCritical({ queue }: ViewLists, totals: Totals | null, conversations: Conversations): number {
  if (!queue) return totals?.critical ?? 0;
  const rest = queue.ids.findIndex((id) => conversations.get(id)?.urgency !== 'critical');
  if (rest >= 0) return rest;
  return queue.next === null ? queue.ids.length : Math.max(totals?.critical ?? 0, queue.ids.length);
}
