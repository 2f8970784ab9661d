import type { Conversation } from './conversation.ts';
import type { DeskSettings } from './desk-settings.ts';
import { advanceSla } from './run-sla-clock.ts';
import { STOPPED } from './sla.ts';
import { timersOf } from './timers.ts';

/** A conversation with its clocks as they run now, and when time alone makes something happen to it. */
export interface Clocked {
  readonly conversation: Conversation;
  readonly timerAt: number | null;
}

/**
 * Runs the clocks on to what the log made of the conversation. What was promised is a matter of the
 * settings of that moment and no event, so that the log stays what happened.
 * @param before the clocks until then.
 */
export function runClocks(before: Conversation['sla'], conversation: Conversation, settings: DeskSettings): Clocked {
  const { owner, urgency } = conversation;
  const team = owner.kind === 'assistant' ? undefined : settings.teams[owner.team];
  const sla = team ? advanceSla(before, conversation, team.sla[urgency], team.calendar, settings.warnShare) : STOPPED;
  const clocked = { ...conversation, sla };
  return { conversation: clocked, timerAt: timersOf(clocked, settings)[0]?.at ?? null };
}
