import type { Agent } from './agent.ts';
import type { Conversation } from './conversation.ts';
import type { PresenceStatus } from './presence.ts';
import { raiseUrgency } from './urgencies.ts';

/** An agent as routing sees them. */
export interface Candidate extends Pick<Agent, 'id' | 'name' | 'teams' | 'locales' | 'level' | 'capacity'> {
  readonly status: PresenceStatus;
  /** Conversations that they have, without those put aside. */
  readonly load: number;
  /** When they were given one last, ms since the epoch; 0 for never. */
  readonly lastGivenAt: number;
}

/** A critical conversation may go beyond the capacity by so many: it waits behind nothing. */
const CRITICAL_EXTRA = 1;

/**
 * Who is given a waiting conversation: of those who are available, skilled and have room, first who
 * knew the contact, then who speaks their language, then the higher level where it is urgent, then the
 * least loaded, then who was given one longest ago. Undefined where it has to wait.
 * @param knew ids of agents who had the contact's conversations, the latest first.
 */
export function chooseAgent(conversation: Pick<Conversation, 'owner' | 'locale' | 'urgency'>, candidates: readonly Candidate[], knew: readonly string[]): Candidate | undefined {
  const { owner, locale, urgency } = conversation;
  if (owner.kind !== 'queue') return undefined;
  const isUrgent = raiseUrgency(urgency, 'high') === urgency;
  const room = urgency === 'critical' ? CRITICAL_EXTRA : 0;
  const eligible = candidates.filter(({ status, teams, load, capacity }) => status === 'available' && teams.includes(owner.team) && load < capacity + room);
  const keys = new Map(eligible.map((agent) => [agent.id, rank(agent)]));

  function rank(agent: Candidate): readonly number[] {
    const place = knew.indexOf(agent.id);
    return [
      place < 0 ? Infinity : place,
      agent.locales.includes(locale) ? 0 : 1,
      isUrgent ? -agent.level : 0,
      agent.load / agent.capacity,
      agent.lastGivenAt,
    ];
  }

  return eligible.sort((a, b) => compareKeys(keys.get(a.id) ?? [], keys.get(b.id) ?? []) || (a.id < b.id ? -1 : 1))[0];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}
