import type { Colleague, DeskConversation } from './model.ts';

/** Who can take a conversation over, best suited first: the team's people, then those who speak the language. */
export function orderColleagues(colleagues: readonly Colleague[], conversation: DeskConversation): Colleague[] {
  const { owner, locale } = conversation;
  const ownerId = owner.kind === 'agent' ? owner.agentId : null;
  const rank = ({ teams, locales }: Colleague): number =>
    (owner.kind !== 'assistant' && teams.includes(owner.team) ? 0 : 2) + (locales.includes(locale) ? 0 : 1);
  return colleagues
    .filter(({ id }) => id !== ownerId)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
