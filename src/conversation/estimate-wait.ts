import type { Conversation } from '../domain/conversation.ts';
import type { Team } from '../domain/teams.ts';
import type { Urgency } from '../domain/urgencies.ts';
import type { Waiting } from '../domain/waiting.ts';
import type { Clock, ConversationStore } from '../ports.ts';

/** @param conversation in a queue, or as it will be once it is; rejects only where storage fails. */
export type EstimateWait = (conversation: Conversation) => Promise<Waiting | null>;

/** How long it takes now for a team and an urgency, wherever in line; rejects only where storage fails. */
export type EstimateTime = (team: Team, urgency: Urgency) => Promise<Omit<Waiting, 'place'>>;

/** What happened longer ago says little of now. */
const LATELY_MS = 4 * 60 * 60 * 1000;
const SAMPLE = 30;
/** Fewer waits than this are luck. */
const FEWEST = 5;
const SHARE = 0.8;
const MINUTE_MS = 60_000;

/**
 * How long it takes: from how long those waited who were taken lately for the same team and urgency.
 * Nothing is promised where nothing is known.
 */
export function createEstimateTime({ conversations, isStaffed, clock }: {
  conversations: Pick<ConversationStore, 'recentWaits'>;
  /** Whether somebody of the team is there to take conversations. */
  isStaffed: (team: Team) => Promise<boolean>;
  clock: Clock;
}): EstimateTime {
  return async function estimateTime(team, urgency) {
    const [waits, staffed] = await Promise.all([
      conversations.recentWaits({ team, urgency, since: clock.now() - LATELY_MS }, SAMPLE),
      isStaffed(team),
    ]);
    // How long it took while somebody was there says nothing of a night without.
    return { minutes: staffed ? minutesFor(waits) : null, staffed };
  };
}

/** The place in line as well, which is each conversation's own. */
export function createEstimateWait({ conversations, estimateTime }: {
  conversations: Pick<ConversationStore, 'countAhead'>;
  estimateTime: EstimateTime;
}): EstimateWait {
  return async function estimateWait(conversation) {
    const { owner, urgency } = conversation;
    if (owner.kind !== 'queue') return null;
    const [ahead, time] = await Promise.all([conversations.countAhead(conversation), estimateTime(owner.team, urgency)]);
    return { place: ahead + 1, ...time };
  };
}

/** The time within which most were served, in whole minutes, rounded up; null of too few. */
export function minutesFor(waits: readonly number[]): number | null {
  if (waits.length < FEWEST) return null;
  const sorted = [...waits].sort((a, b) => a - b);
  const most = sorted[Math.ceil(sorted.length * SHARE) - 1]!;
  return Math.max(1, Math.ceil(most / MINUTE_MS));
}
