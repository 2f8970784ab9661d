import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { initialDeskState, reduceDesk, type DeskState } from './desk-state.ts';
import type { LiveAction } from './live.ts';
import { aMe, aNote, received } from './testing.ts';

const after = (...actions: readonly LiveAction[]): DeskState => actions.reduce<DeskState>(reduceDesk, initialDeskState(aMe(), []));

describe('changeLive', () => {
  it('keeps the furthest of each side that was read, in whatever order it is told', () => {
    const marks = fc.record({ contact: fc.nat(50), agents: fc.nat(50) });
    fc.assert(fc.property(fc.array(marks, { minLength: 1 }), (told) => {
      const { readMarks } = after(...told.map((one): LiveAction => ({ type: 'read.told', conversationId: 'c1', marks: one, at: 1 })));
      expect(readMarks.get('c1')).toMatchObject({ contact: Math.max(...told.map(({ contact }) => contact)), agents: Math.max(...told.map(({ agents }) => agents)) });
    }));
  });

  it('knows when the contact read only where it saw it happen', () => {
    const told = (contact: number, at: number): LiveAction => ({ type: 'read.told', conversationId: 'c1', marks: { contact, agents: 0 }, at });
    expect(after(told(3, 10)).readMarks.get('c1')?.contactAt).toBeNull();
    expect(after(told(3, 10), told(5, 20), told(5, 30)).readMarks.get('c1')?.contactAt).toBe(20);
  });

  it('forgets that somebody writes who has left', () => {
    const [ben, cy] = [{ agentId: 'ben', name: 'Ben' }, { agentId: 'cy', name: 'Cy' }];
    const { writing } = after(
      { type: 'viewers.told', conversationId: 'c1', viewers: [ben, cy] },
      { type: 'writing.seen', conversationId: 'c1', agentId: 'ben', at: 1 },
      { type: 'writing.seen', conversationId: 'c1', agentId: 'cy', at: 2 },
      { type: 'viewers.told', conversationId: 'c1', viewers: [cy] },
    );
    expect([...writing.get('c1') ?? []]).toEqual([['cy', 2]]);
  });

  it('forgets that somebody writes who has said it', () => {
    const { writing } = [{ type: 'events.arrived' as const, conversationId: 'c1', events: [received(1), aNote(2)] }]
      .reduce<DeskState>(reduceDesk, after({ type: 'writing.seen', conversationId: 'c1', agentId: 'ana', at: 1 }, { type: 'writing.seen', conversationId: 'c1', agentId: 'ben', at: 1 }));
    expect([...writing.get('c1')?.keys() ?? []]).toEqual(['ben']);
  });

  it('replaces who is there as a whole, so that who is not told of is offline', () => {
    const { presence } = after(
      { type: 'presence.told', presence: new Map([['ben', 'available']]) },
      { type: 'presence.told', presence: new Map([['cy', 'away']]) },
    );
    expect([...presence]).toEqual([['cy', 'away']]);
  });
});
