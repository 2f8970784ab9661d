import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STANDARD_SETTINGS, type DeskSettings } from '../../../../domain/desk-settings.ts';
import { SLA_TARGETS } from '../../../../domain/sla.ts';
import { URGENCIES } from '../../../../domain/urgencies.ts';
import { changedParts, compareSettings, mergeSettings, partKey, readPart } from './settings-parts.ts';

const BUSINESS = { kind: 'business' as const, timeZone: 'UTC', week: [[{ from: '09:00', to: '17:00' }], [], [], [], [], [], []], holidays: [] };

/** One thing that somebody turns. */
const change = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((hours) => (settings: DeskSettings): DeskSettings => ({ ...settings, settleHours: hours })),
  fc.record({ team: fc.constantFrom('fraud' as const, 'general' as const), urgency: fc.constantFrom(...URGENCIES), target: fc.constantFrom(...SLA_TARGETS), minutes: fc.option(fc.integer({ min: 1, max: 3 })) })
    .map(({ team, urgency, target, minutes }) => ({ teams, ...rest }: DeskSettings): DeskSettings => ({
      ...rest, teams: { ...teams, [team]: { ...teams[team], sla: { ...teams[team].sla, [urgency]: { ...teams[team].sla[urgency], [target]: minutes } } } },
    })),
  fc.constantFrom('fraud' as const, 'trading' as const).map((team) => ({ teams, ...rest }: DeskSettings): DeskSettings => ({ ...rest, teams: { ...teams, [team]: { ...teams[team], calendar: BUSINESS } } })),
  fc.constantFrom('A', 'B').map((label) => (settings: DeskSettings): DeskSettings => ({ ...settings, rubric: [{ id: 'one', label }] })),
);
const edited = fc.array(change, { maxLength: 6 }).map((changes) => changes.reduce((settings, apply) => apply(settings), STANDARD_SETTINGS));
const keys = (parts: Parameters<typeof partKey>[0][]) => new Set(parts.map(partKey));

describe('settings that two people changed', () => {
  it('keep what each of them changed alone, and of what both changed mine', () => {
    fc.assert(fc.property(edited, edited, (mine, theirs) => {
      const merged = mergeSettings(STANDARD_SETTINGS, mine, theirs, new Set());
      const myParts = changedParts(STANDARD_SETTINGS, mine);
      const { theirs: theirParts } = compareSettings(STANDARD_SETTINGS, mine, theirs);
      for (const part of myParts) expect(readPart(merged, part)).toEqual(readPart(mine, part));
      for (const part of theirParts) expect(readPart(merged, part)).toEqual(readPart(theirs, part));
      expect(keys(changedParts(theirs, merged)).isSubsetOf(keys(myParts))).toBe(true);
    }));
  });

  it('give way where it is said, and then nothing of theirs is lost', () => {
    fc.assert(fc.property(edited, edited, (mine, theirs) => {
      const { contested } = compareSettings(STANDARD_SETTINGS, mine, theirs);
      const merged = mergeSettings(STANDARD_SETTINGS, mine, theirs, keys([...contested]));
      for (const part of changedParts(STANDARD_SETTINGS, theirs)) expect(readPart(merged, part)).toEqual(readPart(theirs, part));
    }));
  });

  it('are not contested where both made the same of them', () => {
    const settings = { ...STANDARD_SETTINGS, settleHours: 3 };
    expect(compareSettings(STANDARD_SETTINGS, settings, { ...settings })).toEqual({ contested: [], theirs: [] });
  });
});
