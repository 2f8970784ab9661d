import type { Agent } from '../domain/agent.ts';
import { NO_DEADLINE } from '../domain/queue-order.ts';
import { allows } from '../domain/roles.ts';
import type { RouteInput, RouteOutput } from '../protocol/http.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { AgentStore, Clock, ConversationStore, StretchStore } from '../ports.ts';
import type { Presence } from './presence.ts';

/** However many look at it, it is read at most this often. */
const KEPT_MS = 1_000;
const SOON_MS = 3_600_000;
const MOST_AT_RISK = 50;

type View = RouteOutput<'getWallboard'>;

export interface Wallboard {
  read(since: number): Promise<View>;
  /** The conversations that a number on it stands for. */
  list(query: RouteInput<'listWatched'>['query']): Promise<Conversation[]>;
}

export interface WallboardOptions {
  readonly conversations: Pick<ConversationStore, 'list' | 'countWaiting' | 'countOwned' | 'listAtRisk' | 'countAtRisk' | 'countAssistants'>;
  readonly stretches: Pick<StretchStore, 'countSince'>;
  readonly agents: Pick<AgentStore, 'list'>;
  readonly presence: Pick<Presence, 'list'>;
  readonly clock: Clock;
}

export function createWallboard(options: WallboardOptions): Wallboard {
  const { conversations, clock } = options;
  /** By the beginning of the readers' day: one a time zone. */
  const kept = new Map<number, { readonly at: number; readonly view: Promise<View> }>();

  return {
    read(since) {
      const now = clock.now();
      for (const [key, { at }] of kept) if (now - at >= KEPT_MS) kept.delete(key);
      const known = kept.get(since) ?? { at: now, view: readNow(options, since, now) };
      kept.set(since, known);
      return known.view;
    },
    list({ agentId, team, urgency, limit }) {
      if (agentId !== undefined) return conversations.list({ view: 'mine', agentId }, limit);
      return conversations.list({ view: 'queue', teams: team === undefined ? [] : [team], ...(urgency === undefined ? {} : { urgency }) }, limit);
    },
  };
}

async function readNow({ conversations, stretches, agents, presence }: WallboardOptions, since: number, now: number): Promise<View> {
  const [waiting, overdue, dueByThen, atRisk, assistants, counts, all, statuses, owned] = await Promise.all([
    conversations.countWaiting(), conversations.countAtRisk(now), conversations.countAtRisk(now + SOON_MS), conversations.listAtRisk(now + SOON_MS, MOST_AT_RISK),
    conversations.countAssistants(), stretches.countSince(since), agents.list(), presence.list(), conversations.countOwned(),
  ]);
  const { begun, handed, resolved, byAssistant, byAgent } = counts;
  return {
    at: now,
    waiting: waiting.map((one) => ({ ...one, dueAt: one.dueAt === NO_DEADLINE ? null : one.dueAt })),
    overdue, dueSoon: Math.max(0, dueByThen - overdue), atRisk,
    agents: all.filter((agent) => isOnDesk(agent)).map(({ id, name, teams, capacity }) => ({
      id, name, teams: [...teams], capacity, status: statuses.get(id) ?? 'offline', load: owned.get(id) ?? 0, resolved: byAgent.get(id) ?? 0,
    })),
    assistant: { now: assistants, resolved: byAssistant },
    begun, handed, resolved,
  };
}

function isOnDesk({ active, role }: Agent): boolean {
  return active && allows(role, 'conversations.handle');
}
