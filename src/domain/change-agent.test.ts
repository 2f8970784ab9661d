import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Agent } from './agent.ts';
import { changeAgent, type AgentChange } from './change-agent.ts';
import { allows, ROLES } from './roles.ts';

const ben: Agent = { id: 'ben', email: 'ben@x.example', name: 'Ben', role: 'agent', teams: ['fraud'], locales: ['en'], level: 1, capacity: 6, active: true, createdAt: 1 };
const changes = fc.record({
  name: fc.constantFrom('Ben', 'Benjamin'), email: fc.constantFrom('ben@x.example', 'b@x.example'), role: fc.constantFrom(...ROLES), active: fc.boolean(),
  teams: fc.constantFrom<AgentChange['teams']>(['fraud'], []), locales: fc.constantFrom<AgentChange['locales']>(['en'], ['en', 'fr']), level: fc.constantFrom(1 as const, 3 as const), capacity: fc.constantFrom(6, 9),
}, { requiredKeys: [] });

describe('changeAgent', () => {
  it('changes what is given and leaves the rest, for who manages people', () => {
    fc.assert(fc.property(changes, (change) => {
      expect(changeAgent({ id: 'root', role: 'admin' }, ben, change)).toEqual({ ...ben, ...change });
    }));
  });

  it('lets supervisors change what routing goes by, and nothing else', () => {
    expect(changeAgent({ id: 'sue', role: 'supervisor' }, ben, { teams: ['security'], locales: ['fr'], level: 2, capacity: 3 })).toMatchObject({ teams: ['security'], level: 2 });
    for (const change of [{ role: 'admin' }, { active: false }, { name: 'Bob' }, { email: 'bob@x.example' }] as const) {
      expect(changeAgent({ id: 'sue', role: 'supervisor' }, ben, change)).toEqual({ refused: 'role', field: Object.keys(change)[0] });
    }
  });

  it('refuses everything to who neither configures nor manages', () => {
    fc.assert(fc.property(fc.constantFrom(...ROLES.filter((role) => !allows(role, 'desk.configure'))), changes, (role, change) => {
      const outcome = changeAgent({ id: 'x', role }, ben, change);
      expect('refused' in outcome || JSON.stringify(outcome) === JSON.stringify(ben)).toBe(true);
    }));
  });

  it('lets nobody change their own role or leave by themselves', () => {
    const root: Agent = { ...ben, role: 'admin' };
    expect(changeAgent(root, root, { role: 'agent' })).toEqual({ refused: 'oneself', field: 'role' });
    expect(changeAgent(root, root, { active: false })).toEqual({ refused: 'oneself', field: 'active' });
    expect(changeAgent(root, root, { role: 'admin', name: 'Benny' })).toMatchObject({ name: 'Benny' });
  });
});
