import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseAgent, type Candidate } from './routing.ts';
import { TEAMS } from './teams.ts';
import { URGENCIES } from './urgencies.ts';

const candidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.uuid(), name: fc.constant('x'), teams: fc.subarray([...TEAMS]), locales: fc.subarray(['en', 'ja', 'ar'] as const), level: fc.constantFrom(1, 2, 3),
  capacity: fc.integer({ min: 1, max: 8 }), status: fc.constantFrom('available', 'away', 'offline'), load: fc.integer({ min: 0, max: 9 }), lastGivenAt: fc.nat(),
});
const conversation = fc.record({
  owner: fc.record({ kind: fc.constant('queue' as const), team: fc.constantFrom(...TEAMS) }), locale: fc.constantFrom('en', 'ja', 'ar'), urgency: fc.constantFrom(...URGENCIES),
});
const all = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 12 });

const ana: Candidate = { id: 'ana', name: 'Ana', teams: ['fraud'], locales: ['en'], level: 1, capacity: 4, status: 'available', load: 0, lastGivenAt: 0 };
const waits = { owner: { kind: 'queue', team: 'fraud' }, locale: 'ja', urgency: 'normal' } as const;

describe('chooseAgent', () => {
  it('gives a conversation only to somebody who is available, skilled and has room, and to somebody whenever there is one', () => {
    fc.assert(fc.property(conversation, all, (one, candidates) => {
      const room = one.urgency === 'critical' ? 1 : 0;
      const fit = candidates.filter(({ status, teams, load, capacity }) => status === 'available' && teams.includes(one.owner.team) && load < capacity + room);
      const chosen = chooseAgent(one, candidates, []);
      if (fit.length === 0) expect(chosen).toBeUndefined();
      else expect(fit).toContain(chosen);
    }));
  });

  it('does not depend on the order in which agents are listed', () => {
    fc.assert(fc.property(conversation, all, fc.nat(), (one, candidates, seed) => {
      const turned = [...candidates.slice(seed % (candidates.length + 1)), ...candidates.slice(0, seed % (candidates.length + 1))].reverse();
      expect(chooseAgent(one, turned, [])?.id).toBe(chooseAgent(one, candidates, [])?.id);
    }));
  });

  it.each([
    ['who knew the contact, before who speaks the language', [ana, { ...ana, id: 'ken', locales: ['ja' as const] }], ['ana'], waits, 'ana'],
    ['who knew the contact last', [ana, { ...ana, id: 'ken' }], ['ken', 'ana'], waits, 'ken'],
    ['who speaks the language, before who has less to do', [{ ...ana, id: 'ken', load: 3, locales: ['ja' as const] }, ana], [], waits, 'ken'],
    ['the experienced, where it is urgent', [ana, { ...ana, id: 'zoe', level: 3 as const, load: 1 }], [], { ...waits, urgency: 'critical' as const }, 'zoe'],
    ['the least loaded for their capacity', [{ ...ana, load: 1 }, { ...ana, id: 'zoe', load: 2, capacity: 10 }], [], waits, 'zoe'],
    ['who was given one longest ago', [{ ...ana, lastGivenAt: 5 }, { ...ana, id: 'zoe', lastGivenAt: 4 }], [], waits, 'zoe'],
  ])('prefers %s', (_whom, candidates, knew, one, expected) => {
    expect(chooseAgent(one, candidates, knew)?.id).toBe(expected);
  });

  it('lets a critical conversation go one beyond the capacity, and no other', () => {
    const full = { ...ana, load: 4 };
    expect(chooseAgent({ ...waits, urgency: 'critical' }, [full], [])?.id).toBe('ana');
    expect(chooseAgent({ ...waits, urgency: 'high' }, [full], [])).toBeUndefined();
    expect(chooseAgent({ ...waits, urgency: 'critical' }, [{ ...ana, load: 5 }], [])).toBeUndefined();
  });

  it('passes over who is away, even where they knew the contact', () => {
    expect(chooseAgent(waits, [{ ...ana, status: 'away' }, { ...ana, id: 'zoe' }], ['ana'])?.id).toBe('zoe');
  });
});
