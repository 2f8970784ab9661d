import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import { createTurnTaker } from './turn-taker.ts';

/** Turns that end when the test says so. */
function createHeldTurns() {
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  return {
    begun,
    endNext: async () => { ends.shift()?.(); await new Promise(setImmediate); },
    takeTurn: (id: string) => new Promise<'done'>((resolve) => { begun.push(id); ends.push(() => { resolve('done'); }); }),
  };
}

describe('turn taker', () => {
  it('takes one more turn for any number of wakes during a turn', async () => {
    const held = createHeldTurns();
    const turns = createTurnTaker({ takeTurn: held.takeTurn, logger: silentLogger });
    for (let wake = 0; wake < 5; wake++) turns.wake('one');
    expect(held.begun).toEqual(['one']);
    await held.endNext();
    expect(held.begun).toEqual(['one', 'one']);
    await held.endNext();
    await turns.drained();
    expect(held.begun).toHaveLength(2);
  });

  it('takes turns of different conversations at the same time', () => {
    const held = createHeldTurns();
    const turns = createTurnTaker({ takeTurn: held.takeTurn, logger: silentLogger });
    turns.wake('one');
    turns.wake('two');
    expect(held.begun).toEqual(['one', 'two']);
  });

  it('takes the turn again while the log moves on', async () => {
    let left = 3;
    const turns = createTurnTaker({ takeTurn: () => Promise.resolve((left -= 1) > 0 ? 'again' : 'done'), logger: silentLogger });
    turns.wake('one');
    await turns.drained();
    expect(left).toBe(0);
  });

  it('can be woken again after a turn that could not be taken', async () => {
    let calls = 0;
    const turns = createTurnTaker({ takeTurn: () => { calls += 1; return Promise.reject(new Error('disk full')); }, logger: silentLogger });
    turns.wake('one');
    await turns.drained();
    turns.wake('one');
    await turns.drained();
    expect(calls).toBe(2);
  });
});
