import type { ApplyCommand } from '../conversation/apply-command.ts';
import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import { allows } from '../domain/roles.ts';
import { TEAMS } from '../domain/teams.ts';
import type { ConversationStore } from '../ports.ts';

/** Gives the agent the head of their queues; null where nobody waits. */
export type ClaimNext = (agent: Agent) => Promise<{ readonly conversationId: string; readonly seq: number } | null>;

/**
 * Who is being taken is passed over, so that many who press at once each get another, in order. Where
 * another process, or somebody who picked one out of the list, was faster, the next is taken.
 */
export function createClaimNext({ conversations, applyCommand }: {
  conversations: Pick<ConversationStore, 'list'>;
  applyCommand: ApplyCommand;
}): ClaimNext {
  const taken = new Set<string>();

  return async function claimNext(agent) {
    const teams = agent.teams.length === 0 && allows(agent.role, 'conversations.oversee') ? TEAMS : agent.teams;
    for (;;) {
      const heads = await conversations.list({ view: 'queue', teams }, taken.size + 1);
      const next = heads.find(({ id }) => !taken.has(id));
      if (!next) return null;
      taken.add(next.id);
      try {
        const { conversation } = await applyCommand(next.id, { type: 'claim', actor: { agentId: agent.id, name: agent.name, oversees: false } });
        return { conversationId: conversation.id, seq: conversation.seq };
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
      } finally {
        taken.delete(next.id);
      }
    }
  };
}
