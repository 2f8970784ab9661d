import type { Agent } from '../domain/agent.ts';
import { allows } from '../domain/roles.ts';
import type { Clock, ConversationStore } from '../ports.ts';

export interface ViewTotals {
  readonly queue: number;
  readonly critical: number;
  readonly open: number;
}

/** How many conversations are in the long lists of an agent. */
export type CountViews = (agent: Pick<Agent, 'role' | 'teams'>) => Promise<ViewTotals>;

/** One look at the tables serves every desk that asks within this time. */
const FRESH_MS = 1_000;

export function createCountViews({ conversations, clock }: { conversations: Pick<ConversationStore, 'countWaiting' | 'countOpen'>; clock: Clock }): CountViews {
  let last: { readonly at: number; readonly counts: ReturnType<typeof look> } | undefined;

  async function look() {
    const [waiting, open] = await Promise.all([conversations.countWaiting(), conversations.countOpen()]);
    return { waiting, open };
  }

  function current(): ReturnType<typeof look> {
    const now = clock.now();
    if (last && now - last.at < FRESH_MS) return last.counts;
    const looked = { at: now, counts: look() };
    last = looked;
    // A look that failed is not kept: whoever asks next looks again.
    looked.counts.catch(() => { if (last === looked) last = undefined; });
    return looked.counts;
  }

  return async function countViews({ role, teams }) {
    const { waiting, open } = await current();
    const seesAll = allows(role, 'conversations.read-all');
    const mine = waiting.filter(({ team }) => seesAll || teams.includes(team));
    const opened = [...open].filter(([team]) => seesAll || (team !== null && teams.includes(team)));
    return {
      queue: sum(mine.map(({ count }) => count)),
      critical: sum(mine.filter(({ urgency }) => urgency === 'critical').map(({ count }) => count)),
      open: sum(opened.map(([, count]) => count)),
    };
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
