import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../../domain/calendar.ts';
import type { TeamSettings } from '../../../../domain/desk-settings.ts';
import { advanceSla } from '../../../../domain/run-sla-clock.ts';
import { SLA_TARGETS, STOPPED, type SlaTarget } from '../../../../domain/sla.ts';
import type { Urgency } from '../../../../domain/urgencies.ts';

export interface Deadline {
  readonly target: SlaTarget;
  /** Ms since the epoch; null where nothing is promised. */
  readonly dueAt: number | null;
  readonly warnAt: number | null;
}

/**
 * When a conversation would be due that comes to a team at a moment and that nobody answers. The next
 * response is as if the contact wrote again at that moment, after a first response.
 */
export function previewDeadlines({ sla, calendar }: Pick<TeamSettings, 'sla' | 'calendar'>, warnShare: number, urgency: Urgency, at: number): Deadline[] {
  const waiting = { status: 'open' as const, owner: { kind: 'queue' as const, team: 'general' as const }, handedAt: at, unansweredAt: at, updatedAt: at };
  const first = advanceSla(STOPPED, { ...waiting, respondedAt: null }, sla[urgency], calendar, warnShare);
  const next = advanceSla(STOPPED, { ...waiting, respondedAt: at }, sla[urgency], calendar, warnShare);
  return SLA_TARGETS.map((target) => {
    const { dueAt, warnAt } = target === 'next-response' ? next : first;
    return { target, dueAt: dueAt[target] ?? null, warnAt: warnAt[target] ?? null };
  });
}

/** The zone in which a team's clock is read; a team that never closes has none of its own. */
export function zoneOf(calendar: Calendar, own: string): string {
  return calendar.kind === 'business' ? calendar.timeZone : own;
}

/**
 * The next moment, from tomorrow on, at which it is that weekday and time in a zone.
 * @param weekday 0 for Monday, as in a calendar's week.
 * @param time `17:50`.
 */
export function nextMoment(weekday: number, time: string, timeZone: string, now: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = ((weekday + 1 - today.dayOfWeek + 6) % 7) + 1;
  return today.add({ days }).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
