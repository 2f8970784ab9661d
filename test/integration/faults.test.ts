import { describe, expect, it } from '@jest/globals';
import { FAULTS } from '../../faults/faults.ts';
import { runFaults, type FaultOptions } from '../../faults/run-faults.ts';
import { describeOnPostgres } from '../postgres/start-postgres.ts';

/** The short form of `npm run faults`, with the faults that tell most. */
const SEED = 20_261_120;
const SMALL = { seed: SEED, contacts: 20, agents: 2, rate: 15 };
const named = (...names: string[]): FaultOptions['faults'] => names.map((name) => FAULTS.find((fault) => fault.name === name)!);

async function findViolations(options: FaultOptions): Promise<unknown> {
  const { violations, acknowledged } = await runFaults(options);
  expect(acknowledged).toBeGreaterThan(20);
  return violations;
}

describe('a desk in one process that is killed while contacts talk and agents answer', () => {
  it.concurrent('loses, doubles and forgets nothing, and everything has one owner', async () => {
    expect(await findViolations({ ...SMALL, database: 'embedded', faults: named('kill'), rounds: 1 })).toEqual([]);
  }, 240_000);
});

describeOnPostgres('a desk in two processes, one of which is killed, and another paused beyond its lease', () => {
  it.concurrent('loses, doubles and forgets nothing, and everything has one owner', async () => {
    expect(await findViolations({ ...SMALL, database: 'postgres', faults: named('kill', 'pause-leader'), rounds: 1 })).toEqual([]);
  }, 240_000);
});
