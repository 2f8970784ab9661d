import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingTime, workingTimeBetween, type Calendar } from './calendar.ts';
import type { Conversation } from './conversation.ts';
import { fold, foldAll } from './fold-conversation.ts';
import { STANDARD_SETTINGS, type DeskSettings } from './desk-settings.ts';
import type { EventDraft } from './events.ts';
import { runClocks } from './run-clocks.ts';
import { STOPPED } from './sla.ts';
import { timersOf } from './timers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FRIDAY_NOON = Date.UTC(2026, 10, 20, 12);
const ANA = { agentId: 'ana', name: 'Ana' };

const office: Calendar = {
  kind: 'business', timeZone: 'America/New_York', holidays: ['2026-11-26'],
  week: [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '12:30' }, { from: '13:30', to: '18:00' }]), [], []],
};

function withCalendar(calendar: Calendar): DeskSettings {
  return { ...STANDARD_SETTINGS, teams: { ...STANDARD_SETTINGS.teams, payments: { ...STANDARD_SETTINGS.teams.payments, calendar } } };
}

const STEPS = {
  contact: { type: 'message.received', data: { clientMessageId: 'message-1', text: 'hello' } },
  handoff: { type: 'handoff.requested', data: { team: 'payments', urgency: 'normal', reason: 'asked', requestedBy: 'contact', ask: [] } },
  claim: { type: 'conversation.assigned', data: { ...ANA, team: 'payments', byAgentId: 'ana' } },
  release: { type: 'conversation.released', data: { ...ANA, team: 'payments', reason: 'released' } },
  reply: { type: 'message.sent', data: { author: { kind: 'agent', ...ANA }, kind: 'reply', text: 'hi', locale: 'en', citations: [], choices: [] } },
  note: { type: 'note.added', data: { author: { kind: 'agent', ...ANA }, text: 'n', clientMessageId: 'note-0001' } },
  return: { type: 'conversation.returned', data: ANA },
  resolve: { type: 'conversation.resolved', data: ANA },
} as const satisfies Record<string, EventDraft>;
type Step = keyof typeof STEPS;

/** A conversation that was lived through these steps, clocks and all. */
function live(steps: readonly (readonly [Step, number])[], settings: DeskSettings): { readonly conversation: Conversation; readonly history: readonly Conversation[] } {
  const started = foldAll('id', [{ type: 'conversation.started', conversationId: 'id', seq: 1, at: FRIDAY_NOON, data: { contactId: 'c', caseNumber: 'x', locale: 'en', channel: 'widget' } }]);
  let { conversation } = runClocks(STOPPED, started, settings);
  const history = [conversation];
  for (const [step, at] of steps) {
    const event = { ...STEPS[step], conversationId: 'id', seq: conversation.seq + 1, at };
    conversation = runClocks(conversation.sla, fold(conversation, event), settings).conversation;
    history.push(conversation);
  }
  return { conversation, history };
}

/** Steps that can follow one another, at times that never go back. */
const histories = fc.array(fc.tuple(fc.constantFrom<Step>('contact', 'claim', 'release', 'reply', 'note'), fc.integer({ min: 0, max: 30 * HOUR })), { maxLength: 12 })
  .map((steps) => {
    let at = FRIDAY_NOON;
    let owned = false;
    return ([['handoff', 0], ...steps] as [Step, number][]).flatMap(([step, later]): [Step, number][] => {
      at += later;
      if (step === 'claim') { if (owned) return []; owned = true; }
      if (step === 'release') { if (!owned) return []; owned = false; }
      if (step === 'reply' && !owned) return [];
      return [[step, at]];
    });
  });

const calendars = fc.constantFrom<Calendar>({ kind: 'always' }, office);

describe('the SLA clocks', () => {
  it('count towards the resolution the working time in which people have the word, and no other', () => {
    fc.assert(fc.property(histories, calendars, fc.integer({ min: 0, max: 30 * HOUR }), (steps, calendar, later) => {
      const { conversation, history } = live(steps, withCalendar(calendar));
      const end = conversation.updatedAt + later;
      const peopleHaveTheWord = ({ owner, respondedAt, unansweredAt }: Conversation): boolean => owner.kind === 'queue' || respondedAt === null || unansweredAt !== null;
      const expected = history.slice(1).reduce((sum, now, index) => {
        const until = history[index + 2]?.updatedAt ?? end;
        return sum + (peopleHaveTheWord(now) ? workingTimeBetween(calendar, now.updatedAt, until) : 0);
      }, 0);
      const { spentMs, runningSince } = conversation.sla;
      expect(spentMs + (runningSince === null ? 0 : workingTimeBetween(calendar, runningSince, end))).toBe(expected);
    }));
  });

  it('keep the first response due where it was, whatever happens before it', () => {
    fc.assert(fc.property(histories, calendars, (steps, calendar) => {
      const settings = withCalendar(calendar);
      const { history } = live(steps, settings);
      const due = addWorkingTime(calendar, FRIDAY_NOON, (settings.teams.payments.sla.normal['first-response'] ?? 0) * MINUTE);
      for (const { sla, respondedAt } of history.slice(1)) expect(sla.dueAt['first-response']).toBe(respondedAt === null ? due : undefined);
    }));
  });

  it('warn before they are due, and never run once nobody of us has to act', () => {
    fc.assert(fc.property(histories, calendars, (steps, calendar) => {
      const { history } = live(steps, withCalendar(calendar));
      for (const { sla } of history) {
        for (const [target, at] of Object.entries(sla.dueAt)) expect(sla.warnAt[target as 'resolution']).toBeLessThanOrEqual(at);
      }
      const at = history.at(-1)?.updatedAt ?? 0;
      for (const last of ['resolve', 'return'] as const) expect(live([...steps, [last, at]], withCalendar(calendar)).conversation.sla).toEqual(STOPPED);
    }));
  });

  it('give a normal case of Friday evening its four working hours on Monday', () => {
    const friday = Date.UTC(2026, 10, 20, 22); // 17:00 in New York
    const { conversation } = live([['handoff', friday]], withCalendar(office));
    expect(new Date(conversation.sla.dueAt['first-response'] ?? 0).toISOString()).toBe('2026-11-23T17:00:00.000Z'); // Monday, 12:00
  });

  it('start a response clock with every message that a contact waits for', () => {
    const settings = withCalendar({ kind: 'always' });
    const { conversation } = live([['handoff', FRIDAY_NOON], ['claim', FRIDAY_NOON], ['reply', FRIDAY_NOON + MINUTE], ['contact', FRIDAY_NOON + HOUR], ['contact', FRIDAY_NOON + 2 * HOUR]], settings);
    expect(conversation.sla.dueAt['next-response']).toBe(FRIDAY_NOON + HOUR + 4 * HOUR);
  });
});

describe('the timers of a conversation', () => {
  it('flag a deadline once: warned, breached, and then nothing more of it', () => {
    const { conversation } = live([['handoff', FRIDAY_NOON]], STANDARD_SETTINGS);
    const dueAt = conversation.sla.dueAt['first-response'] ?? 0;
    const of = (flags: Partial<Conversation>): string[] => timersOf({ ...conversation, ...flags }, STANDARD_SETTINGS)
      .flatMap(({ task }) => ('target' in task && task.target === 'first-response' ? [task.kind] : []));
    expect(of({})).toEqual(['warn', 'breach']);
    expect(of({ warned: { 'first-response': dueAt } })).toEqual(['breach']);
    expect(of({ warned: { 'first-response': dueAt }, breached: { 'first-response': dueAt } })).toEqual([]);
  });

  it('ask a day after people resolved it, once, and settle what the assistant answered and nobody went on with', () => {
    const resolved = live([['handoff', FRIDAY_NOON], ['claim', FRIDAY_NOON], ['resolve', FRIDAY_NOON + HOUR]], STANDARD_SETTINGS).conversation;
    expect(timersOf(resolved, STANDARD_SETTINGS)).toEqual([{ at: FRIDAY_NOON + 25 * HOUR, task: { kind: 'follow-up' } }]);
    expect(timersOf({ ...resolved, followedUpAt: 1 }, STANDARD_SETTINGS)).toEqual([]);
    expect(timersOf(resolved, { ...STANDARD_SETTINGS, followUpHours: 0 })).toEqual([]);
    const answered = live([['contact', FRIDAY_NOON]], STANDARD_SETTINGS).conversation;
    expect(timersOf(answered, STANDARD_SETTINGS)).toEqual([]);
    expect(timersOf({ ...answered, unansweredAt: null, unansweredSeq: null }, STANDARD_SETTINGS)).toEqual([{ at: FRIDAY_NOON + 24 * HOUR, task: { kind: 'settle' } }]);
  });
});
