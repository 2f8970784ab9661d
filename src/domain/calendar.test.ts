import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingTime, calendarSchema, isWorking, workingTimeBetween, type Calendar } from './calendar.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NINE_TO_SIX = { from: '09:00', to: '18:00' };
const OFFICE_WEEK = [[NINE_TO_SIX], [NINE_TO_SIX], [NINE_TO_SIX], [NINE_TO_SIX], [NINE_TO_SIX], [], []];
const at = (iso: string): number => Date.parse(iso);

function business(timeZone: string, week: readonly unknown[] = OFFICE_WEEK, holidays: readonly string[] = []): Calendar {
  return calendarSchema.parse({ kind: 'business', timeZone, week, holidays });
}

const everyDay = (from: string, to: string) => Array.from({ length: 7 }, () => [{ from, to }]);

/** Days around which the clocks of a zone change, or stay as they are where others change. */
const CHANGES = [
  { timeZone: 'America/New_York', from: '2026-03-07T00:00Z' },
  { timeZone: 'America/New_York', from: '2026-10-31T00:00Z' },
  { timeZone: 'Europe/Berlin', from: '2026-03-28T00:00Z' },
  { timeZone: 'Europe/Berlin', from: '2026-10-24T00:00Z' },
  { timeZone: 'Australia/Lord_Howe', from: '2026-04-03T12:00Z' },
  { timeZone: 'Australia/Lord_Howe', from: '2026-10-02T12:00Z' },
  { timeZone: 'Asia/Kolkata', from: '2026-03-28T00:00Z' },
  // At midnight: the day begins at 01:00, or 23:00 comes twice.
  { timeZone: 'America/Sao_Paulo', from: '2018-11-03T00:00Z' },
  { timeZone: 'America/Sao_Paulo', from: '2018-02-17T00:00Z' },
  // A minute after midnight, back into the day before.
  { timeZone: 'America/St_Johns', from: '2010-11-06T00:00Z' },
  // A whole day that never was.
  { timeZone: 'Pacific/Apia', from: '2011-12-29T12:00Z' },
].map(({ timeZone, from }) => ({ timeZone, from, walls: wallClock(timeZone, at(from), 2.5 * DAY) }));

interface Wall { readonly date: string; readonly weekday: number; readonly time: string }

/** What the clock on the wall shows minute by minute: the oracle knows nothing of offsets. */
function wallClock(timeZone: string, fromMs: number, ms: number): Wall[] {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  return Array.from({ length: ms / MINUTE }, (_, minute) => {
    const part = Object.fromEntries(format.formatToParts(fromMs + minute * MINUTE).map(({ type, value }) => [type, value]));
    const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part.weekday ?? '');
    return { date: `${part.year}-${part.month}-${part.day}`, weekday, time: `${part.hour}:${part.minute}` };
  });
}

function worksAt({ date, weekday, time }: Wall, calendar: Calendar): boolean {
  return calendar.kind === 'always'
    || (!calendar.holidays.includes(date) && (calendar.week[weekday] ?? []).some(({ from, to }) => from <= time && time < to));
}

const timeOfDay = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** None to three spans, as often as not within the hours in which clocks change. */
const spans = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 }),
  fc.uniqueArray(fc.integer({ min: 0, max: 240 }), { maxLength: 6 }),
).map((minutes) => {
  const sorted = minutes.sort((a, b) => a - b);
  return sorted.flatMap((to, index) => (index % 2 === 1 ? [{ from: timeOfDay(sorted[index - 1] ?? 0), to: timeOfDay(to) }] : []));
});
const week = fc.array(spans, { minLength: 7, maxLength: 7 }).filter((days) => days.some((day) => day.length > 0));
const change = fc.constantFrom(...CHANGES);
const range = fc.tuple(change, week, fc.boolean(), fc.nat({ max: 3_600 }), fc.nat({ max: 3_600 }));

/** A calendar, a moment near a change of its clocks, and durations that it can work off within weeks. */
const scene = fc.record({
  change, week: week.map(([, ...rest]) => [[NINE_TO_SIX], ...rest]), offset: fc.integer({ min: -10 * DAY, max: 4 * DAY }), closed: fc.boolean(),
  ms: fc.integer({ min: 0, max: 40 * HOUR }), more: fc.integer({ min: 0, max: 40 * HOUR }),
}).map(({ change: { timeZone, from, walls }, week: hours, offset, closed, ms, more }) => ({
  calendar: business(timeZone, hours, closed ? [walls[1_500]?.date ?? ''] : []), start: at(from) + offset, ms, more,
}));

describe('a calendar that is always', () => {
  it('adds and subtracts as clocks do', () => {
    fc.assert(fc.property(fc.integer(), fc.nat(), (start, ms) => {
      expect(addWorkingTime({ kind: 'always' }, start, ms)).toBe(start + ms);
      expect(workingTimeBetween({ kind: 'always' }, start, start + ms)).toBe(ms);
      expect(workingTimeBetween({ kind: 'always' }, start + ms, start)).toBe(0);
      expect(isWorking({ kind: 'always' }, start)).toBe(true);
    }));
  });

  it('is the same as a week without a closed hour, whatever the clocks do', () => {
    fc.assert(fc.property(scene, ({ start, ms, calendar }) => {
      if (calendar.kind !== 'business') throw new Error('scenes are of business calendars');
      const open = business(calendar.timeZone, everyDay('00:00', '24:00'));
      expect(addWorkingTime(open, start, ms)).toBe(start + ms);
      expect(workingTimeBetween(open, start, start + ms)).toBe(ms);
    }));
  });
});

describe('a business calendar', () => {
  it('agrees with the clock on the wall, minute by minute, where clocks change', () => {
    fc.assert(fc.property(range, ([{ timeZone, from, walls }, hours, closed, one, other]) => {
      const calendar = business(timeZone, hours, closed ? [walls[1_800]?.date ?? ''] : []);
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const works = walls.map((wall) => worksAt(wall, calendar));
      const start = at(from) + first * MINUTE;
      const worked = works.slice(first, last).filter(Boolean).length;
      expect(workingTimeBetween(calendar, start, at(from) + last * MINUTE)).toBe(worked * MINUTE);
      expect(walls.map((_, minute) => isWorking(calendar, at(from) + minute * MINUTE))).toEqual(works);
      if (worked === 0) return;
      const end = works.slice(0, last).lastIndexOf(true) + 1;
      expect(addWorkingTime(calendar, start, worked * MINUTE)).toBe(at(from) + end * MINUTE);
    }), { numRuns: 300 });
  });

  it('finds between a start and its deadline exactly the time that was given', () => {
    fc.assert(fc.property(scene, ({ calendar, start, ms }) => {
      expect(workingTimeBetween(calendar, start, addWorkingTime(calendar, start, ms))).toBe(ms);
    }));
  });

  it('ends in working time, and no earlier than it must', () => {
    fc.assert(fc.property(scene, ({ calendar, start, ms }) => {
      const end = addWorkingTime(calendar, start, ms + 1);
      expect(isWorking(calendar, end - 1)).toBe(true);
      expect(workingTimeBetween(calendar, start, end - 1)).toBe(ms);
    }));
  });

  it('comes to the same in one step or two', () => {
    fc.assert(fc.property(scene, ({ calendar, start, ms, more }) => {
      expect(addWorkingTime(calendar, addWorkingTime(calendar, start, ms), more)).toBe(addWorkingTime(calendar, start, ms + more));
      const [middle, end] = [start + ms, start + ms + more];
      expect(workingTimeBetween(calendar, start, middle) + workingTimeBetween(calendar, middle, end)).toBe(workingTimeBetween(calendar, start, end));
    }));
  });

  it('never gives the later or the longer an earlier deadline', () => {
    fc.assert(fc.property(scene, ({ calendar, start, ms, more }) => {
      const end = addWorkingTime(calendar, start, ms);
      expect(addWorkingTime(calendar, start, ms + more)).toBeGreaterThanOrEqual(end);
      expect(addWorkingTime(calendar, start + more, ms)).toBeGreaterThanOrEqual(end);
      expect(end).toBeGreaterThanOrEqual(start);
    }));
  });

  it('takes four hours from Friday 16:00 in Tokyo into Monday 11:00', () => {
    expect(addWorkingTime(business('Asia/Tokyo'), at('2026-05-15T16:00+09:00'), 4 * HOUR)).toBe(at('2026-05-18T11:00+09:00'));
  });

  it('ends at closing time, not at the next opening', () => {
    expect(addWorkingTime(business('Asia/Tokyo'), at('2026-05-15T16:00+09:00'), 2 * HOUR)).toBe(at('2026-05-15T18:00+09:00'));
    expect(isWorking(business('Asia/Tokyo'), at('2026-05-15T18:00+09:00'))).toBe(false);
  });

  it('passes over Labour Day in Berlin and the weekend after it', () => {
    const berlin = business('Europe/Berlin', OFFICE_WEEK, ['2026-05-01']);
    expect(addWorkingTime(berlin, at('2026-04-30T17:00+02:00'), 2 * HOUR)).toBe(at('2026-05-04T10:00+02:00'));
    expect(isWorking(berlin, at('2026-05-01T12:00+02:00'))).toBe(false);
  });

  it('has three hours from midnight to four when New York springs forward, and five when it falls back', () => {
    const nights = business('America/New_York', everyDay('00:00', '04:00'));
    expect(workingTimeBetween(nights, at('2026-03-08T00:00-05:00'), at('2026-03-08T12:00-04:00'))).toBe(3 * HOUR);
    expect(workingTimeBetween(nights, at('2026-11-01T00:00-04:00'), at('2026-11-01T12:00-05:00'))).toBe(5 * HOUR);
  });

  it('loses a span that the clock skips, and works one twice that it shows twice', () => {
    const early = business('Europe/Berlin', everyDay('02:00', '02:30'));
    expect(workingTimeBetween(early, at('2026-03-29T00:00+01:00'), at('2026-03-29T12:00+02:00'))).toBe(0);
    expect(workingTimeBetween(early, at('2026-10-25T00:00+02:00'), at('2026-10-25T12:00+01:00'))).toBe(HOUR);
  });

  it('moves by half an hour on Lord Howe Island', () => {
    const nights = business('Australia/Lord_Howe', everyDay('00:00', '04:00'));
    expect(workingTimeBetween(nights, at('2026-10-04T00:00+10:30'), at('2026-10-04T12:00+11:00'))).toBe(3.5 * HOUR);
    expect(workingTimeBetween(nights, at('2026-04-05T00:00+11:00'), at('2026-04-05T12:00+10:30'))).toBe(4.5 * HOUR);
  });

  it('looks three years ahead and no further', () => {
    const start = at('2026-01-01T00:00Z');
    const bound = start + 1_098 * DAY;
    const rarely = business('UTC', [[{ from: '09:00', to: '09:01' }], [], [], [], [], [], []]);
    expect(addWorkingTime(rarely, start, 4 * HOUR)).toBe(bound);
    const open = business('UTC', everyDay('00:00', '24:00'));
    expect(addWorkingTime(open, start, 1_099 * DAY)).toBe(bound);
    expect(addWorkingTime(open, start + HOUR, 1_098 * DAY + MINUTE)).toBe(bound + HOUR);
  });

  it('passes on what is not a finite time, and starts where nothing is to be added', () => {
    const tokyo = business('Asia/Tokyo');
    expect(addWorkingTime(tokyo, 0, Infinity)).toBe(Infinity);
    expect(addWorkingTime(tokyo, 0, NaN)).toBeNaN();
    expect(workingTimeBetween(tokyo, 0, Infinity)).toBe(Infinity);
    for (const calendar of [tokyo, calendarSchema.parse({ kind: 'always' })]) {
      expect(addWorkingTime(calendar, 5, 0)).toBe(5);
      expect(addWorkingTime(calendar, 5, -HOUR)).toBe(5);
    }
  });

  it('answers the same after so many days that it has forgotten the first', () => {
    const tokyo = business('Asia/Tokyo');
    const start = at('2020-01-01T00:00+09:00');
    const total = workingTimeBetween(tokyo, start, start + 2_800 * DAY);
    expect(total).toBe(2_000 * 9 * HOUR);
    expect(workingTimeBetween(tokyo, start, start + 2_800 * DAY)).toBe(total);
  });
});

describe('calendarSchema', () => {
  const mondayOnly = (...day: unknown[]) => [day, [], [], [], [], [], []];
  const valid = { kind: 'business', timeZone: 'Asia/Tokyo', week: OFFICE_WEEK, holidays: ['2026-01-01'] };
  const complaints = (change: object) => calendarSchema.safeParse({ ...valid, ...change }).error?.issues.map(({ message }) => message);

  it('takes touching spans, and one until 24:00', () => {
    expect(complaints({ week: mondayOnly({ from: '00:00', to: '12:00' }, { from: '12:00', to: '24:00' }) })).toBeUndefined();
    expect(complaints({ timeZone: 'UTC' })).toBeUndefined();
  });

  it.each(['Asia/Atlantis', '+09:00', '', '2026-01-01T00:00[Asia/Tokyo]'])('refuses %j for a time zone', (timeZone) => {
    expect(complaints({ timeZone })).toEqual(['expected an IANA time zone such as Asia/Tokyo']);
  });

  it('refuses a week in which nobody ever works', () => {
    expect(complaints({ week: mondayOnly() })).toEqual(['expected working hours on at least one day']);
  });

  it('refuses spans that are empty, overlap, are out of order or name no time of day', () => {
    const overlap = ['expected spans in order that do not overlap'];
    expect(complaints({ week: mondayOnly({ from: '09:00', to: '09:00' }) })).toEqual(['expected "from" to be before "to"']);
    expect(complaints({ week: mondayOnly({ from: '09:00', to: '12:00' }, { from: '11:00', to: '13:00' }) })).toEqual(overlap);
    expect(complaints({ week: mondayOnly({ from: '13:00', to: '14:00' }, { from: '09:00', to: '10:00' }) })).toEqual(overlap);
    for (const wrong of [{ from: '9:00', to: '18:00' }, { from: '24:00', to: '24:00' }, { from: '09:00', to: '24:01' }]) {
      expect(complaints({ week: mondayOnly(wrong) })).not.toBeUndefined();
    }
  });

  it('refuses six days, a day that does not exist and more than 400 holidays', () => {
    expect(complaints({ week: OFFICE_WEEK.slice(1) })).toHaveLength(1);
    expect(complaints({ holidays: ['2026-02-30'] })).toHaveLength(1);
    expect(complaints({ holidays: Array.from({ length: 401 }, () => '2026-01-01') })).toHaveLength(1);
  });
});
