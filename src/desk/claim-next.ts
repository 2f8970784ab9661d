import type { ApplyCommand } from '../conversation/apply-command.ts';
import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import { allows } from '../domain/roles.ts';
import { TEAMS, type Team } from '../domain/teams.ts';
import type { ConversationStore } from '../ports.ts';

/** Gives the agent the head of their queues; null where nobody waits. */
export type ClaimNext = (agent: Agent) => Promise<{ readonly conversationId: string; readonly seq: number } | null>;

/**
 * Many who press at once each get another, in order: who is being taken is passed over. Where another
 * process, or somebody who picked one out of the list, was faster, the next is taken.
 */
export function createClaimNext({ conversations, applyCommand, ensurePresent }: {
  conversations: Pick<ConversationStore, 'list'>;
  applyCommand: ApplyCommand;
  /** Who takes a conversation is there. */
  ensurePresent: (agentId: string) => Promise<void>;
}): ClaimNext {
  const heads = createHeads(conversations);

  return async function claimNext(agent) {
    const teams = agent.teams.length === 0 && allows(agent.role, 'conversations.oversee') ? TEAMS : agent.teams;
    await ensurePresent(agent.id);
    for (;;) {
      const next = await heads.reserve(teams);
      if (next === undefined) return null;
      try {
        const { conversation } = await applyCommand(next, { type: 'claim', actor: { agentId: agent.id, name: agent.name, oversees: false } });
        return { conversationId: conversation.id, seq: conversation.seq };
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
      } finally {
        heads.free(next);
      }
    }
  };
}

interface Asker {
  readonly resolve: (conversationId: string | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The heads of queues, each handed to one who asks. Looks follow one another, so that none sees as free
 * what another is handing out; who asks for the same queues meanwhile is served by one look.
 */
function createHeads(conversations: Pick<ConversationStore, 'list'>): { reserve(teams: readonly Team[]): Promise<string | undefined>; free(conversationId: string): void } {
  const taken = new Set<string>();
  const askers = new Map<string, { readonly teams: readonly Team[]; readonly waiting: Asker[] }>();
  let looking: Promise<void> = Promise.resolve();

  async function handOut(key: string): Promise<void> {
    const { teams, waiting } = askers.get(key) ?? { teams: [], waiting: [] };
    askers.delete(key);
    try {
      const heads = await conversations.list({ view: 'queue', teams }, taken.size + waiting.length);
      const free = heads.filter(({ id }) => !taken.has(id));
      for (const [index, { resolve }] of waiting.entries()) {
        const next = free[index]?.id;
        if (next !== undefined) taken.add(next);
        resolve(next);
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  return {
    reserve: (teams) => new Promise((resolve, reject) => {
      const key = teams.join();
      const before = askers.get(key);
      if (before) {
        before.waiting.push({ resolve, reject });
        return;
      }
      askers.set(key, { teams, waiting: [{ resolve, reject }] });
      looking = looking.then(() => handOut(key));
    }),
    free(conversationId) { taken.delete(conversationId); },
  };
}
