import type { ConversationEvent } from '../../../domain/events.ts';
import { cursorOf, EMPTY_LOG, mergeEvents, type ConversationLog } from './conversation-log.ts';
import { mergeConversations, type Conversations } from './conversations.ts';
import type { Colleague, DeskConversation, Me } from './model.ts';
import { changeOutbox, settleOutbox, type Outbox, type OutboxChange } from './outbox.ts';
import type { View } from './views.ts';

/** `connecting` only before the first connection; after it, a lost one is `offline` until it is back. */
export type Link = 'connecting' | 'online' | 'offline';

export interface Typing {
  readonly from: 'contact' | 'agent' | 'assistant';
  readonly name: string | null;
  readonly at: number;
}

export interface DeskState {
  readonly me: Me;
  readonly link: Link;
  readonly conversations: Conversations;
  /** Views whose list came; `cut` where the server had more than it gave. */
  readonly loaded: Readonly<Partial<Record<View, 'whole' | 'cut'>>>;
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
  | { readonly type: 'conversations.arrived'; readonly conversations: readonly DeskConversation[]; readonly gone?: readonly string[] }
  | { readonly type: 'view.loaded'; readonly view: View; readonly conversations: readonly DeskConversation[]; readonly cut: boolean }
  | { readonly type: 'views.confirmed' }
  | { readonly type: 'views.failed' }
  | { readonly type: 'conversation.opened'; readonly conversationId: string | null }
  | { readonly type: 'conversation.missing'; readonly conversationId: string }
  | { readonly type: 'events.arrived'; readonly conversationId: string; readonly events: readonly ConversationEvent[] }
  | { readonly type: 'typing.seen'; readonly conversationId: string; readonly typing: Typing }
  | { readonly type: 'colleagues.loaded'; readonly colleagues: readonly Colleague[] }
  | { readonly type: 'outbox.changed'; readonly change: OutboxChange };

export function initialDeskState(me: Me, outbox: Outbox): DeskState {
  return {
    me, outbox, link: 'connecting', conversations: new Map(), loaded: {}, loadFailed: false, unconfirmed: new Set(),
    openId: null, openMissing: false, logs: new Map(), typing: new Map(), colleagues: [],
  };
}

/** Everything that can happen to what the desk knows. Pure. */
export function reduceDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'link.changed':
      return state.link === action.link ? state : { ...state, link: action.link };
    case 'link.renewed':
      return { ...state, link: 'online', unconfirmed: new Set(state.conversations.keys()) };
    case 'conversations.arrived':
      return without(withConversations(state, action.conversations), action.gone ?? []);
    case 'view.loaded':
      return {
        ...withConversations(state, action.conversations),
        loaded: { ...state.loaded, [action.view]: action.cut ? 'cut' : 'whole' },
        loadFailed: false,
      };
    case 'views.confirmed':
      return without(state, disappeared(state));
    case 'views.failed':
      return { ...state, loadFailed: true };
    case 'conversation.opened':
      return { ...state, openId: action.conversationId, openMissing: false };
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
  }
}

function withConversations(state: DeskState, incoming: readonly DeskConversation[]): DeskState {
  const conversations = mergeConversations(state.conversations, incoming);
  if (state.unconfirmed.size === 0) return conversations === state.conversations ? state : { ...state, conversations };
  const unconfirmed = new Set(state.unconfirmed);
  for (const { id } of incoming) unconfirmed.delete(id);
  return { ...state, conversations, unconfirmed };
}

function without(state: DeskState, gone: readonly string[]): DeskState {
  if (!gone.some((id) => state.conversations.has(id))) return state;
  const conversations = new Map(state.conversations);
  for (const id of gone) conversations.delete(id);
  return { ...state, conversations, openMissing: state.openMissing || (state.openId !== null && gone.includes(state.openId)) };
}

/** Open conversations that whole lists no longer have: they went out of this agent's sight while the connection was lost. */
function disappeared({ conversations, unconfirmed, loaded, openId }: DeskState): string[] {
  if (loaded.open !== 'whole') return [];
  return [...unconfirmed].filter((id) => id !== openId && conversations.get(id)?.status === 'open');
}

function withEvents(state: DeskState, conversationId: string, events: readonly ConversationEvent[]): DeskState {
  const before = state.logs.get(conversationId) ?? EMPTY_LOG;
  const log = mergeEvents(before, events);
  if (log === before) return state;
  const logs = new Map(state.logs).set(conversationId, log);
  const news = log.events.slice(cursorOf(before));
  return { ...state, logs, outbox: settleOutbox(state.outbox, news), typing: withoutTyping(state.typing, conversationId, news) };
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
