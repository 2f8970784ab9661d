import { compareWaiting } from '../../../domain/queue-order.ts';
import { allows } from '../../../domain/roles.ts';
import { urgencyRank } from '../../../domain/urgencies.ts';
import type { Conversations } from './conversations.ts';
import type { DeskConversation, Me } from './model.ts';

/** The lists of the desk, in the order in which they are shown. */
export const VIEWS = ['queue', 'mine', 'open', 'resolved'] as const;
export type View = (typeof VIEWS)[number];

export function isView(value: unknown): value is View {
  return VIEWS.includes(value as View);
}

type Viewer = Pick<Me, 'id' | 'role' | 'teams'>;

export function isInView(view: View, conversation: DeskConversation, me: Viewer): boolean {
  const { status, owner } = conversation;
  if (view === 'resolved') return status === 'resolved';
  if (status === 'resolved') return false;
  if (view === 'open') return true;
  if (view === 'mine') return owner.kind === 'agent' && owner.agentId === me.id;
  return owner.kind === 'queue' && (me.teams.includes(owner.team) || allows(me.role, 'conversations.read-all'));
}

/** Since when the contact waits for a person; null while nobody keeps them waiting. */
export function waitingSince({ status, owner, queuedAt, unansweredAt }: DeskConversation): number | null {
  if (status === 'resolved' || owner.kind === 'assistant') return null;
  return owner.kind === 'queue' ? queuedAt : unansweredAt;
}

type Compare = (a: DeskConversation, b: DeskConversation) => number;

const byLatestChange: Compare = (a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1);

/** The most urgent first, then those who wait, longest first, then what changed last. */
const byUrgencyAndWaiting: Compare = (a, b) =>
  urgencyRank(a.urgency) - urgencyRank(b.urgency)
  || compareWhenPresent(waitingSince(a), waitingSince(b))
  || byLatestChange(a, b);

const ORDERS: Record<View, Compare> = {
  queue: compareWaiting,
  mine: byUrgencyAndWaiting,
  open: byUrgencyAndWaiting,
  resolved: byLatestChange,
};

export function listView(view: View, conversations: Conversations, me: Viewer): DeskConversation[] {
  return [...conversations.values()].filter((conversation) => isInView(view, conversation, me)).sort(ORDERS[view]);
}

export interface ViewCounts extends Readonly<Record<View, number>> {
  /** Critical ones that wait in the queue. */
  readonly criticalInQueue: number;
  /** My conversations in which the contact waits for me. */
  readonly waitingForMe: number;
}

export function countViews(conversations: Conversations, me: Viewer): ViewCounts {
  const counts = { queue: 0, mine: 0, open: 0, resolved: 0, criticalInQueue: 0, waitingForMe: 0 };
  for (const conversation of conversations.values()) {
    for (const view of VIEWS) if (isInView(view, conversation, me)) counts[view]++;
    if (conversation.urgency === 'critical' && isInView('queue', conversation, me)) counts.criticalInQueue++;
    if (conversation.unansweredAt !== null && isInView('mine', conversation, me)) counts.waitingForMe++;
  }
  return counts;
}

function compareWhenPresent(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return (a ?? Infinity) - (b ?? Infinity);
}
