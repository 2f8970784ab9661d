import type { Agent } from './agent.ts';
import { allows } from './roles.ts';

/** What of an agent changes; the rest stays. */
export type AgentChange = { readonly [K in 'name' | 'email' | 'role' | 'teams' | 'locales' | 'level' | 'capacity' | 'active']?: Agent[K] | undefined };

/** What routing goes by: who configures the desk sets it, also where they do not manage its people. */
const SKILLS: readonly (keyof AgentChange)[] = ['teams', 'locales', 'level', 'capacity'];
/** Nobody locks themselves out, or up. */
const NEVER_ONES_OWN: readonly (keyof AgentChange)[] = ['role', 'active'];

/** Why a change is refused: `role`, who asks may not change this of anybody; `oneself`, not of themselves. */
export interface RefusedChange {
  readonly refused: 'role' | 'oneself';
  readonly field: keyof AgentChange;
}

/**
 * The agent after a change, or why it is refused. What is given as it is already is no change. That an
 * administrator is left is a matter of all agents, and so of the store.
 */
export function changeAgent(by: Pick<Agent, 'id' | 'role'>, before: Agent, change: AgentChange): Agent | RefusedChange {
  const changed = (Object.keys(change) as (keyof AgentChange)[]).filter((field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(before[field]));
  for (const field of changed) {
    if (!allows(by.role, SKILLS.includes(field) ? 'desk.configure' : 'agents.manage')) return { refused: 'role', field };
    if (by.id === before.id && NEVER_ONES_OWN.includes(field)) return { refused: 'oneself', field };
  }
  return { ...before, ...Object.fromEntries(changed.map((field) => [field, change[field]])) };
}
