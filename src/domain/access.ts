import type { Agent } from './agent.ts';
import type { Conversation } from './conversation.ts';
import { allows } from './roles.ts';

type Reader = Pick<Agent, 'id' | 'role' | 'teams'>;

/**
 * Whether an agent may read a conversation: all of them, those handed to the agent's teams, the agent's
 * own, those to which a note called the agent, and those about which one of their teams is asked.
 */
export function mayRead(agent: Reader, { owner, team, threads, invited }: Pick<Conversation, 'owner' | 'team' | 'threads' | 'invited'>): boolean {
  if (allows(agent.role, 'conversations.read-all')) return true;
  if (!allows(agent.role, 'conversations.read-own-teams')) return false;
  return (owner.kind === 'agent' && owner.agentId === agent.id)
    || (team !== null && agent.teams.includes(team))
    || invited.includes(agent.id)
    || threads.some(({ to }) => to.kind === 'team' && agent.teams.includes(to.team));
}

/** Whether something in a conversation waits for this agent: a mention, or a side thread in which they have the word. */
export function callsFor(agent: Reader, { owner, threads, mentioned }: Pick<Conversation, 'owner' | 'threads' | 'mentioned'>): boolean {
  if (mentioned.includes(agent.id)) return true;
  return threads.some(({ to, waits }) => {
    if (!waits) return owner.kind === 'agent' && owner.agentId === agent.id;
    return to.kind === 'team' ? agent.teams.includes(to.team) : allows(agent.role, 'conversations.oversee');
  });
}
