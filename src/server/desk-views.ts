import type { Agent } from '../domain/agent.ts';

/** An agent as colleagues see it on the wire. */
export function viewAgent({ id, email, name, role, teams, locales, level, capacity, active }: Agent) {
  return { id, email, name, role, teams: [...teams], locales: [...locales], level, capacity, active };
}

/** The same without what colleagues need not know. */
export function viewColleague(agent: Agent) {
  const { email: _email, ...view } = viewAgent(agent);
  return view;
}
