import { callsFor } from '../../../domain/access.ts';
import { compareLatest, compareOpen, compareWaiting, deadlineOf } from '../../../domain/queue-order.ts';
import { allows } from '../../../domain/roles.ts';
import { urgencyRank } from '../../../domain/urgencies.ts';
import type { DeskConversation, Me } from './model.ts';

/** The lists of the desk, in the order in which they are shown. */
export const VIEWS = ['queue', 'mine', 'snoozed', 'calls', 'open', 'resolved'] as const;
export type View = (typeof VIEWS)[number];

export function isView(value: unknown): value is View {
  return VIEWS.includes(value as View);
}

export type Viewer = Pick<Me, 'id' | 'role' | 'teams'>;

/** The same as the server lists. */
export function isInView(view: View, conversation: DeskConversation, me: Viewer): boolean {
  const { status, owner } = conversation;
  const isMine = status === 'open' && owner.kind === 'agent' && owner.agentId === me.id;
  switch (view) {
    case 'queue': return status === 'open' && owner.kind === 'queue' && (me.teams.includes(owner.team) || seesAll(me));
    case 'mine': return isMine && conversation.snoozedUntil === null;
    case 'snoozed': return isMine && conversation.snoozedUntil !== null;
    case 'calls': return callsFor(me, conversation);
    case 'open': return status === 'open' && isOfMyTeams(conversation, me);
    case 'resolved': return status === 'resolved' && isOfMyTeams(conversation, me);
  }
}

function isOfMyTeams({ team }: DeskConversation, me: Viewer): boolean {
  return seesAll(me) || (team !== null && me.teams.includes(team));
}

function seesAll({ role }: Viewer): boolean {
  return allows(role, 'conversations.read-all');
}

/** Since when the contact waits for a person; null while nobody keeps them waiting. */
export function waitingSince({ status, owner, queuedAt, unansweredAt }: DeskConversation): number | null {
  if (status === 'resolved' || owner.kind === 'assistant') return null;
  return owner.kind === 'queue' ? queuedAt : unansweredAt;
}

export type Compare = (a: DeskConversation, b: DeskConversation) => number;

/** The most urgent first, then what is due, then those who wait, longest first, then what changed last. */
const byUrgencyAndWaiting: Compare = (a, b) =>
  urgencyRank(a.urgency) - urgencyRank(b.urgency)
  || deadlineOf(a) - deadlineOf(b)
  || compareWhenPresent(waitingSince(a), waitingSince(b))
  || compareLatest(a, b);

/** What comes back first. */
const bySnooze: Compare = (a, b) => compareWhenPresent(a.snoozedUntil, b.snoozedUntil) || compareLatest(a, b);

/** The orders of the long ones are the server's, which gives them page by page. */
export const ORDERS: Record<View, Compare> = {
  queue: compareWaiting,
  mine: byUrgencyAndWaiting,
  snoozed: bySnooze,
  calls: byUrgencyAndWaiting,
  open: compareOpen,
  resolved: compareLatest,
};

function compareWhenPresent(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return (a ?? Infinity) - (b ?? Infinity);
}
