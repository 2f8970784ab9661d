import { describe, expect, it } from '@jest/globals';
import { createManualClock } from '../../test/fakes/manual-clock.ts';
import type { Team } from '../domain/teams.ts';
import type { ConversationStore, WaitingCount } from '../ports.ts';
import { createCountViews } from './count-views.ts';

const waiting = (team: Team, urgency: WaitingCount['urgency'], count: number): WaitingCount => ({ team, urgency, count, since: 0, dueAt: 0 });

function setUp() {
  const clock = createManualClock();
  const looks = { count: 0, fails: false };
  const conversations: Pick<ConversationStore, 'countWaiting' | 'countOpen'> = {
    countWaiting() {
      looks.count += 1;
      return looks.fails ? Promise.reject(new Error('down')) : Promise.resolve([waiting('payments', 'critical', 2), waiting('payments', 'low', 5), waiting('fraud', 'high', 3)]);
    },
    countOpen: () => Promise.resolve(new Map<Team | null, number>([['payments', 10], ['fraud', 4], [null, 20]])),
  };
  return { clock, looks, countViews: createCountViews({ conversations, clock }) };
}

describe('countViews', () => {
  it('counts what an agent\'s lists have: their teams\', or everything', async () => {
    const { countViews } = setUp();
    expect(await countViews({ role: 'agent', teams: ['payments'] })).toEqual({ queue: 7, critical: 2, open: 10 });
    expect(await countViews({ role: 'agent', teams: [] })).toEqual({ queue: 0, critical: 0, open: 0 });
    expect(await countViews({ role: 'supervisor', teams: ['fraud'] })).toEqual({ queue: 10, critical: 2, open: 34 });
  });

  it('looks once for everybody who asks within a second', async () => {
    const { clock, looks, countViews } = setUp();
    await Promise.all(Array.from({ length: 200 }, () => countViews({ role: 'agent', teams: ['fraud'] })));
    expect(looks.count).toBe(1);
    clock.advance(1_000);
    await countViews({ role: 'agent', teams: ['fraud'] });
    expect(looks.count).toBe(2);
  });

  it('looks again at once after a look that failed', async () => {
    const { looks, countViews } = setUp();
    looks.fails = true;
    await expect(countViews({ role: 'agent', teams: [] })).rejects.toThrow('down');
    looks.fails = false;
    await expect(countViews({ role: 'agent', teams: ['fraud'] })).resolves.toMatchObject({ queue: 3 });
  });
});
