import type { ConversationEvent } from '../../../domain/events.ts';
import type { PresenceStatus } from '../../../domain/presence.ts';

/** Somebody who has a conversation on the screen. */
export interface Viewer { readonly agentId: string; readonly name: string }

/** Up to which `seq` each side has read. */
export interface ReadMarks {
  readonly contact: number;
  readonly agents: number;
  /** When the contact read so far, where this desk saw it happen. */
  readonly contactAt: number | null;
}

/** What is true only now, and is told anew after every connection. */
export interface Live {
  /** Who is not in it is offline. */
  readonly presence: ReadonlyMap<string, PresenceStatus>;
  /** Who looks at a conversation, oneself among them. */
  readonly viewers: ReadonlyMap<string, readonly Viewer[]>;
  /** When each colleague last wrote something for a conversation that nobody has seen yet: by conversation, then by agent. */
  readonly writing: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly readMarks: ReadonlyMap<string, ReadMarks>;
  /** Counts how often settings, macros or colleagues changed: what was read under another number is old. */
  readonly configuration: number;
}

export type LiveAction =
  | { readonly type: 'presence.told'; readonly presence: ReadonlyMap<string, PresenceStatus> }
  | { readonly type: 'viewers.told'; readonly conversationId: string; readonly viewers: readonly Viewer[] }
  | { readonly type: 'writing.seen'; readonly conversationId: string; readonly agentId: string; readonly at: number }
  /** `at` is null where it is not known when it happened. */
  | { readonly type: 'read.told'; readonly conversationId: string; readonly marks: Omit<ReadMarks, 'contactAt'>; readonly at: number | null }
  | { readonly type: 'configuration.changed' };

export const NOTHING_LIVE: Live = { presence: new Map(), viewers: new Map(), writing: new Map(), readMarks: new Map(), configuration: 0 };

/** What changes of it. Pure. */
export function changeLive(live: Live, action: LiveAction): Partial<Live> {
  switch (action.type) {
    case 'presence.told':
      return { presence: action.presence };
    case 'viewers.told':
      return {
        viewers: new Map(live.viewers).set(action.conversationId, action.viewers),
        writing: withoutLeft(live.writing, action.conversationId, action.viewers),
      };
    case 'writing.seen':
      return { writing: new Map(live.writing).set(action.conversationId, new Map(live.writing.get(action.conversationId)).set(action.agentId, action.at)) };
    case 'read.told':
      return { readMarks: new Map(live.readMarks).set(action.conversationId, furthest(live.readMarks.get(action.conversationId), action)) };
    case 'configuration.changed':
      return { configuration: live.configuration + 1 };
  }
}

/** Who has left is not writing. */
function withoutLeft(writing: Live['writing'], conversationId: string, viewers: readonly Viewer[]): Live['writing'] {
  return keepWriters(writing, conversationId, (id) => viewers.some(({ agentId }) => agentId === id));
}

/** Who has said it is not writing it any more. */
export function withoutWriters(writing: Live['writing'], conversationId: string, events: readonly ConversationEvent[]): Live['writing'] {
  const spoke = events.flatMap(({ data }) => ('author' in data && data.author.kind === 'agent' ? [data.author.agentId] : []));
  return spoke.length === 0 ? writing : keepWriters(writing, conversationId, (id) => !spoke.includes(id));
}

function keepWriters(writing: Live['writing'], conversationId: string, keep: (agentId: string) => boolean): Live['writing'] {
  const before = writing.get(conversationId);
  return before ? new Map(writing).set(conversationId, new Map([...before].filter(([id]) => keep(id)))) : writing;
}

/** Who looked at it when it was last on the screen may have gone: it is told anew. */
export function withoutViewers({ viewers }: Live, conversationId: string | null): Pick<Live, 'viewers'> {
  return conversationId !== null && viewers.has(conversationId) ? { viewers: new Map([...viewers].filter(([id]) => id !== conversationId)) } : { viewers };
}

/** Nothing that was read is unread again, in whatever order it is told. */
function furthest(before: ReadMarks | undefined, { marks: { contact, agents }, at }: Extract<LiveAction, { type: 'read.told' }>): ReadMarks {
  return {
    contact: Math.max(contact, before?.contact ?? 0),
    agents: Math.max(agents, before?.agents ?? 0),
    contactAt: before && contact > before.contact ? at : before?.contactAt ?? null,
  };
}
