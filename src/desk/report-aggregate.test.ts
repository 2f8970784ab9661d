import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HANDOFF_REASONS } from '../domain/handoff.ts';
import { splitPeriod } from '../domain/period.ts';
import { SLA_TARGETS } from '../domain/sla.ts';
import type { Stretch } from '../domain/stretch.ts';
import { TEAMS } from '../domain/teams.ts';
import { URGENCIES } from '../domain/urgencies.ts';
import { DIMENSIONS, type Report, type ReportFilter, type Tally } from '../protocol/reports.ts';
import { createReportAggregator, keyOf } from './report-aggregate.ts';
import { percentileOf } from './report-tally.ts';

const HOUR = 3_600_000;
const PERIOD = splitPeriod({ from: '2026-11-02', to: '2026-11-08', timeZone: 'UTC', step: 'day' });
const HELPED: Stretch = {
  conversationId: 'c1', number: 1, startedAt: PERIOD.from, locale: 'en', intent: 'deposit_help', urgency: 'low', team: null, agentId: null, agentName: null,
  handedAt: null, handoffReason: null, respondedAt: null, resolvedAt: PERIOD.from + HOUR, resolvedBy: 'assistant', basis: 'confirmed', breached: [], rating: null, ratingComment: null, solved: null,
};

const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });
const after = (at: number) => fc.integer({ min: 0, max: 200 }).map((hours) => at + hours * HOUR);
const stretch: fc.Arbitrary<Stretch> = fc.integer({ min: -24, max: 12 * 24 }).chain((hour) => {
  const startedAt = PERIOD.from + hour * HOUR;
  return fc.record<Stretch>({
    conversationId: fc.constantFrom('c1', 'c2', 'c3', 'c4'), number: fc.integer({ min: 1, max: 3 }), startedAt: fc.constant(startedAt),
    locale: fc.constantFrom('en', 'zh-CN', 'ar'), intent: orNull(fc.constantFrom('deposit_help', 'fraud_report')), urgency: fc.constantFrom(...URGENCIES),
    team: orNull(fc.constantFrom(...TEAMS)), agentId: orNull(fc.constantFrom('ana', 'bo')), agentName: orNull(fc.constantFrom('Ana', 'Bo')),
    handedAt: orNull(after(startedAt)), handoffReason: orNull(fc.constantFrom(...HANDOFF_REASONS)), respondedAt: orNull(after(startedAt + 200 * HOUR)), resolvedAt: orNull(after(startedAt + 400 * HOUR)),
    resolvedBy: orNull(fc.constantFrom('agent', 'assistant')), basis: orNull(fc.constantFrom('confirmed', 'assumed')), breached: fc.subarray([...SLA_TARGETS]),
    rating: orNull(fc.integer({ min: 1, max: 5 })), ratingComment: orNull(fc.constant('thanks')), solved: orNull(fc.boolean()),
  });
});
const many = fc.array(stretch, { maxLength: 60 }).map((all) => all.sort((a, b) => a.startedAt - b.startedAt));

function report(stretches: readonly Stretch[], filter: ReportFilter = {}): Report {
  const aggregator = createReportAggregator(PERIOD, filter);
  for (const one of stretches) aggregator.add(one);
  return aggregator.result();
}

/** Everything in a tally that can be added up. */
function sums(tallies: readonly Tally[]): Record<string, number> {
  const flat = ({ firstResponse, resolution, ...rest }: Tally): [string, number][] =>
    flatten({ ...rest, firstResponse: firstResponse.count, resolution: resolution.count });
  const total: Record<string, number> = {};
  for (const [key, value] of tallies.flatMap(flat)) total[key] = (total[key] ?? 0) + value;
  return Object.fromEntries(Object.entries(total).filter(([, value]) => value !== 0));
}

function flatten(value: object, prefix = ''): [string, number][] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]): [string, number][] => (typeof one === 'number' ? [[prefix + key, one]] : flatten(one as object, `${prefix}${key}.`)));
}

describe('a report', () => {
  it('has in every breakdown, and over time, what it has in total', () => {
    fc.assert(fc.property(many, (stretches) => {
      const { total, groups, series } = report(stretches);
      for (const parts of [...DIMENSIONS.map((dimension) => groups[dimension]), series]) expect(sums(parts.map(({ tally }) => tally))).toEqual(sums([total]));
    }));
  });

  it('counts every conversation that began in the period once, by how it ended', () => {
    fc.assert(fc.property(many, (stretches) => {
      const { total: { begun, open, byAgents, confirmed, assumed, again, handed }, reasons } = report(stretches);
      expect(begun).toBe(stretches.filter(({ startedAt }) => startedAt >= PERIOD.from && startedAt < PERIOD.to).length);
      expect(open + byAgents + confirmed + assumed).toBe(begun);
      expect(again).toBeLessThanOrEqual(confirmed + assumed);
      expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(handed);
    }));
  });

  it('tells of a filter what the breakdown tells of the group', () => {
    fc.assert(fc.property(many, fc.constantFrom(...DIMENSIONS), (stretches, dimension) => {
      for (const { key, tally } of report(stretches).groups[dimension]) expect(report(stretches, { [dimension]: key }).total).toEqual(tally);
    }));
  });

  it('puts every conversation into the step in which it began', () => {
    fc.assert(fc.property(many, (stretches) => {
      for (const [index, { at, tally }] of report(stretches).series.entries()) {
        expect(tally.begun).toBe(stretches.filter(({ startedAt }) => startedAt >= at && startedAt < (PERIOD.starts[index + 1] ?? PERIOD.to)).length);
      }
    }));
  });

  const comesBack = (hours: number, change: Partial<Stretch> = {}): Stretch =>
    ({ ...HELPED, number: 2, startedAt: (HELPED.resolvedAt ?? 0) + hours * HOUR, resolvedAt: null, resolvedBy: null, basis: null, ...change });

  it.each([
    ['within 72 hours', [HELPED, comesBack(72)], 1],
    ['later than that', [HELPED, comesBack(73)], 0],
    ['to another conversation', [HELPED, comesBack(1, { conversationId: 'c2' })], 0],
    ['after people had resolved it', [{ ...HELPED, resolvedBy: 'agent', handedAt: PERIOD.from }, comesBack(1)], 0],
  ] as const)('tells of a contact who comes back %s', (_name, stretches, again) => {
    expect(report(stretches).total.again).toBe(again);
  });

  it('tells of a contact who comes back after the period, or as another group', () => {
    const late = { ...HELPED, startedAt: PERIOD.to - HOUR, resolvedAt: PERIOD.to - 1 };
    const back = { ...comesBack(0), startedAt: PERIOD.to + 10 * HOUR, intent: 'fraud_report' as const };
    expect(report([late, back], { intent: 'deposit_help' }).total).toMatchObject({ begun: 1, again: 1 });
  });

  it('does not count as the assistant\'s what people had', () => {
    expect(report([{ ...HELPED, handedAt: PERIOD.from, team: 'payments' }]).total).toMatchObject({ confirmed: 0, byAgents: 1, resolution: { count: 0 } });
  });

  it('keeps the groups of nobody and nothing apart', () => {
    expect(keyOf({ ...HELPED, intent: null }, 'intent')).toBe('none');
    expect(keyOf(HELPED, 'agent')).toBe('none');
  });
});

describe('percentileOf', () => {
  it('is a sample that at least the share of samples does not exceed, and the least such', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.constantFrom(0.5, 0.9, 0.99), (samples, share) => {
      const found = percentileOf([...samples].sort((a, b) => a - b), share) ?? NaN;
      expect(samples).toContain(found);
      expect(samples.filter((one) => one <= found).length).toBeGreaterThanOrEqual(share * samples.length);
      expect(samples.filter((one) => one < found).length).toBeLessThan(share * samples.length);
    }));
  });

  it('is null without samples', () => { expect(percentileOf([], 0.5)).toBeNull(); });
});
