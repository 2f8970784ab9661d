import type { Agent } from '../domain/agent.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { DeskSettings } from '../domain/desk-settings.ts';
import { AppError } from '../domain/errors.ts';
import type { RouteInput } from '../protocol/http.ts';
import type { Clock, ConversationStore } from '../ports.ts';

const DAY_MS = 86_400_000;
/** A sample is drawn from the latest so many; reading more would not make it fairer. */
const MOST_CANDIDATES = 5_000;

export interface ReviewSample {
  readonly conversations: readonly Conversation[];
  readonly among: number;
}

/** Draws conversations to review. Nobody is given their own. */
export function createDrawSample({ conversations, clock, random }: {
  conversations: Pick<ConversationStore, 'list'>;
  clock: Clock;
  /** 0 to 1, 1 excluded. */
  random: () => number;
}): (reviewer: Agent, query: RouteInput<'sampleConversations'>['query']) => Promise<ReviewSample> {
  return async function drawSample(reviewer, { days, team, agentId, count }) {
    const unreviewed = await conversations.list({ view: 'unreviewed', since: clock.now() - days * DAY_MS }, MOST_CANDIDATES);
    const candidates = unreviewed.filter((one) => one.lastAgent?.agentId !== reviewer.id
      && (team === undefined || one.team === team) && (agentId === undefined || one.lastAgent?.agentId === agentId));
    return { conversations: drawSome(candidates, count, random), among: candidates.length };
  };
}

/** So many of them, each as likely as any other, in random order (Fisher and Yates, broken off). */
export function drawSome<T>(from: readonly T[], count: number, random: () => number): T[] {
  const rest = [...from];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0) {
    const index = Math.floor(random() * rest.length);
    const last = rest.pop();
    const chosen = index === rest.length ? last : rest.splice(index, 1, ...(last === undefined ? [] : [last]))[0];
    if (chosen !== undefined) drawn.push(chosen);
  }
  return drawn;
}

/** Every criterion of the rubric is scored, and nothing else: means of half a rubric could not be compared. */
export function checkScores(scores: Readonly<Record<string, number>>, rubric: DeskSettings['rubric']): void {
  const ids = rubric.map(({ id }) => id);
  if (ids.every((id) => scores[id] !== undefined) && Object.keys(scores).every((id) => ids.includes(id))) return;
  throw new AppError('invalid-input', `scores: expected one of 0 to 5 for each of ${ids.join(', ')}`, { field: 'scores' });
}
