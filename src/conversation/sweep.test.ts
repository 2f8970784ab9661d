import { afterEach, describe, expect, it } from '@jest/globals';
import { createManualClock } from '../../test/fakes/manual-clock.ts';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import { startSweeper, type Sweeper } from './sweep.ts';

describe('the sweeper', () => {
  let sweeper: Sweeper;
  afterEach(() => { sweeper.stop(); });

  function start(unanswered: { id: string; at: number }[]) {
    const clock = createManualClock(100_000);
    const woken: string[] = [];
    const handedOver: string[] = [];
    sweeper = startSweeper({
      conversations: { listUnanswered: (before, limit) => Promise.resolve(unanswered.filter(({ at }) => at < before).slice(0, limit).map(({ id }) => id)) },
      wake: (id) => { woken.push(id); }, isRunning: () => false, isLeader: () => true,
      handOver: (id) => { handedOver.push(id); return Promise.resolve(); },
      clock, logger: silentLogger, everyMs: 1_000_000, graceMs: 10_000,
    });
    return { woken, handedOver };
  }

  it('asks for the turn of what has waited longer than the grace', async () => {
    const { woken } = start([{ id: 'old', at: 80_000 }, { id: 'new', at: 95_000 }]);
    await sweeper.sweep();
    expect(woken).toEqual(['old']);
  });

  it('asks for every turn at the start', async () => {
    const { woken } = start([{ id: 'old', at: 80_000 }, { id: 'new', at: 100_000 }]);
    await sweeper.sweepAll();
    expect(woken).toEqual(['old', 'new']);
  });

  it('hands over what is still unanswered after three tries', async () => {
    const { woken, handedOver } = start([{ id: 'stuck', at: 0 }]);
    for (let sweep = 0; sweep < 4; sweep++) await sweeper.sweep();
    expect(woken).toEqual(['stuck', 'stuck', 'stuck']);
    expect(handedOver).toEqual(['stuck']);
  });
});
