import type { ConversationEvent } from '../../../domain/events.ts';
import { cursorOf, EMPTY_LOG, mergeEvents, type ConversationLog } from './conversation-log.ts';
import { mergeConversations, type Conversations } from './conversations.ts';
import { changeLive, NOTHING_LIVE, withoutViewers, withoutWriters, type Live, type LiveAction } from './live.ts';
import type { Colleague, DeskConversation, Me } from './model.ts';
import { changeOutbox, settleOutbox, type Outbox, type OutboxChange } from './outbox.ts';
import { countChanges, type Totals } from './view-counts.ts';
import { moveInLists, takePage, type Page, type ViewLists } from './view-lists.ts';
import { VIEWS, type View } from './views.ts';

/** `connecting` only before the first connection; after it, a lost one is `offline` until it is back. */
export type Link = 'connecting' | 'online' | 'offline';

export interface Typing {
  readonly from: 'contact' | 'agent' | 'assistant';
  readonly name: string | null;
  readonly at: number;
}

export interface DeskState extends Live {
  readonly me: Me;
  readonly link: Link;
  readonly conversations: Conversations;
  /** The views, each as far as it was read. */
  readonly lists: ViewLists;
  /** The server's count of the long ones; null before it came. */
  readonly totals: Totals | null;
  /** False where something changed of which it was not known whether it was counted. */
  readonly totalsHold: boolean;
  readonly loadFailed: boolean;
  /** Known from before the connection was lost and not confirmed since. */
  readonly unconfirmed: ReadonlySet<string>;
  readonly openId: string | null;
  /** The open conversation is not there, or not for this agent. */
  readonly openMissing: boolean;
  readonly logs: ReadonlyMap<string, ConversationLog>;
  readonly outbox: Outbox;
  readonly typing: ReadonlyMap<string, Typing>;
  readonly colleagues: readonly Colleague[];
}

export type DeskAction =
  | { readonly type: 'link.changed'; readonly link: Link }
  | { readonly type: 'link.renewed' }
  | { readonly type: 'me.told'; readonly me: Me }
  | { readonly type: 'conversations.arrived'; readonly conversations: readonly DeskConversation[]; readonly gone?: readonly string[] }
  | { readonly type: 'view.loaded'; readonly view: View; readonly page: Page }
  | { readonly type: 'totals.told'; readonly totals: Totals }
  | { readonly type: 'views.confirmed' }
  | { readonly type: 'views.failed' }
  | { readonly type: 'conversation.opened'; readonly conversationId: string | null }
  | { readonly type: 'conversation.missing'; readonly conversationId: string }
  | { readonly type: 'events.arrived'; readonly conversationId: string; readonly events: readonly ConversationEvent[] }
  | { readonly type: 'typing.seen'; readonly conversationId: string; readonly typing: Typing }
  | { readonly type: 'colleagues.loaded'; readonly colleagues: readonly Colleague[] }
  | { readonly type: 'outbox.changed'; readonly change: OutboxChange }
  | LiveAction;

export function initialDeskState(me: Me, outbox: Outbox): DeskState {
  return {
    me, outbox, link: 'connecting', conversations: new Map(), lists: {}, totals: null, totalsHold: true, loadFailed: false, unconfirmed: new Set(),
    openId: null, openMissing: false, logs: new Map(), typing: new Map(), colleagues: [], ...NOTHING_LIVE,
  };
}

/** Everything that can happen to what the desk knows. Pure. */
export function reduceDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'link.changed':
      // Who looks is told anew when the connection is back.
      return state.link === action.link ? state : { ...state, link: action.link, viewers: new Map(), writing: new Map() };
    case 'me.told':
      return { ...state, me: action.me };
    case 'link.renewed':
      return { ...state, link: 'online', unconfirmed: new Set(state.conversations.keys()) };
    case 'conversations.arrived':
      return withChanges(state, action.conversations, action.gone ?? []);
    case 'view.loaded':
      return withPage(state, action.view, action.page);
    case 'totals.told':
      return { ...state, totals: action.totals, totalsHold: true };
    case 'views.confirmed':
      return forget({ ...state, unconfirmed: new Set() }, (id) => !state.unconfirmed.has(id));
    case 'views.failed':
      return { ...state, loadFailed: true };
    case 'conversation.opened':
      return { ...state, openId: action.conversationId, openMissing: false, ...withoutViewers(state, action.conversationId) };
    case 'conversation.missing':
      return state.openId === action.conversationId ? { ...state, openMissing: true } : state;
    case 'events.arrived':
      return withEvents(state, action.conversationId, action.events);
    case 'typing.seen':
      return { ...state, typing: new Map(state.typing).set(action.conversationId, action.typing) };
    case 'colleagues.loaded':
      return { ...state, colleagues: action.colleagues };
    case 'outbox.changed':
      return { ...state, outbox: changeOutbox(state.outbox, action.change) };
    default:
      return { ...state, ...changeLive(state, action) };
  }
}

/** What the socket told, or a look at a single one. */
function withChanges(before: DeskState, incoming: readonly DeskConversation[], gone: readonly string[]): DeskState {
  const state = without(withConversations(before, incoming), gone);
  if (state.conversations === before.conversations) return state;
  const changed = [...incoming.map(({ id }) => id), ...gone];
  const counted = state.totals && countChanges(state.totals, before.conversations, state.conversations, changedAmong(changed, before, state), state.me);
  return withoutPassing({ ...state, totals: counted?.totals ?? null, totalsHold: state.totalsHold && counted?.isCertain !== false });
}

function withConversations(state: DeskState, incoming: readonly DeskConversation[]): DeskState {
  const conversations = mergeConversations(state.conversations, incoming);
  const confirmed = withoutUnconfirmed(state, incoming);
  if (conversations === state.conversations) return confirmed;
  return withLists({ ...confirmed, conversations }, state, incoming.map(({ id }) => id));
}

function withoutUnconfirmed(state: DeskState, told: readonly DeskConversation[]): DeskState {
  if (!told.some(({ id }) => state.unconfirmed.has(id))) return state;
  const unconfirmed = new Set(state.unconfirmed);
  for (const { id } of told) unconfirmed.delete(id);
  return { ...state, unconfirmed };
}

function withPage(before: DeskState, view: View, page: Page): DeskState {
  const { unconfirmed } = before;
  const state = withConversations(before, page.conversations);
  const list = takePage(view, page, state.conversations, unconfirmed, state.me);
  return { ...state, lists: { ...state.lists, [view]: list }, loadFailed: false };
}

function without(state: DeskState, gone: readonly string[]): DeskState {
  if (!gone.some((id) => state.conversations.has(id))) return state;
  const conversations = new Map(state.conversations);
  for (const id of gone) conversations.delete(id);
  const openMissing = state.openMissing || (state.openId !== null && gone.includes(state.openId));
  return withLists({ ...state, conversations, openMissing }, state, gone);
}

function withLists(state: DeskState, before: DeskState, ids: readonly string[]): DeskState {
  return { ...state, lists: moveInLists(state.lists, before.conversations, state.conversations, changedAmong(ids, before, state), state.me) };
}

function changedAmong(ids: readonly string[], before: DeskState, after: DeskState): string[] {
  return [...new Set(ids)].filter((id) => before.conversations.get(id) !== after.conversations.get(id));
}

/** Conversations that are in no list are kept beyond twice the listed ones only up to so many. */
const MOST_PASSING = 5_000;
/** What changed this long before the last change is in no page that is still on its way. */
const PASSING_MS = 10_000;

/** A busy house tells of far more conversations in a day than any list shows; they are not kept for ever. */
function withoutPassing(state: DeskState): DeskState {
  const { conversations, lists } = state;
  const listed = VIEWS.reduce((sum, view) => sum + (lists[view]?.ids.length ?? 0), 0);
  if (conversations.size <= 2 * listed + MOST_PASSING) return state;
  const newest = Math.max(...[...conversations.values()].slice(-MOST_PASSING).map(({ updatedAt }) => updatedAt));
  return forget(state, (_id, { updatedAt }) => updatedAt > newest - PASSING_MS);
}

/** Of what is in no list and not open, only what is said is kept; what else is looked at again is read again. */
function forget(state: DeskState, keeps: (id: string, conversation: DeskConversation) => boolean): DeskState {
  const listed = new Set(VIEWS.flatMap((view) => state.lists[view]?.ids ?? []));
  const conversations = new Map([...state.conversations].filter(([id, conversation]) =>
    listed.has(id) || id === state.openId || keeps(id, conversation)));
  return conversations.size === state.conversations.size ? state : { ...state, conversations };
}

function withEvents(state: DeskState, conversationId: string, events: readonly ConversationEvent[]): DeskState {
  const before = state.logs.get(conversationId) ?? EMPTY_LOG;
  const log = mergeEvents(before, events);
  if (log === before) return state;
  const logs = new Map(state.logs).set(conversationId, log);
  const news = log.events.slice(cursorOf(before));
  return { ...state, logs, outbox: settleOutbox(state.outbox, news), typing: withoutTyping(state.typing, conversationId, news), writing: withoutWriters(state.writing, conversationId, news) };
}

/** Who has said something is not typing it any more. */
function withoutTyping(typing: DeskState['typing'], conversationId: string, events: readonly ConversationEvent[]): DeskState['typing'] {
  const seen = typing.get(conversationId);
  if (!seen) return typing;
  const spoke = events.some((event) => (seen.from === 'contact' ? event.type === 'message.received' : event.type === 'message.sent'));
  if (!spoke) return typing;
  const left = new Map(typing);
  left.delete(conversationId);
  return left;
}
