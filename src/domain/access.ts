import type { Agent } from './agent.ts';
import type { Conversation } from './conversation.ts';
import { allows } from './roles.ts';

/** Whether an agent may read a conversation: all of them, those handed to the agent's teams, or the agent's own. */
export function mayRead(agent: Pick<Agent, 'id' | 'role' | 'teams'>, { owner, team }: Pick<Conversation, 'owner' | 'team'>): boolean {
  if (allows(agent.role, 'conversations.read-all')) return true;
  if (!allows(agent.role, 'conversations.read-own-teams')) return false;
  return (owner.kind === 'agent' && owner.agentId === agent.id) || (team !== null && agent.teams.includes(team));
}
