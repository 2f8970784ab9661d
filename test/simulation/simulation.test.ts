import { afterAll, describe, expect, it } from '@jest/globals';
import { describeFailure, findFailure } from './find-failure.ts';
import { MUTANTS } from './mutants.ts';
import { runHistory } from './run-history.ts';

const { SEED, SIMULATIONS } = process.env;
const HISTORIES = SEED === undefined ? Number(SIMULATIONS ?? 10_000) : 1;
const FIRST = Number(SEED ?? 1);
/** Enough for what is broken to show itself; most show within ten. */
const TRIES = 1_500;
const LIMIT_MS = 600_000;

describe('the core under any order of things, faults and crashes', () => {
  const happened = new Set<string>();

  it(`keeps every rule in ${HISTORIES} histories`, async () => {
    const failure = await findFailure({ seed: FIRST, histories: HISTORIES, onOutcome: (outcome) => { for (const one of outcome.happened) happened.add(one); } });
    if (failure) throw new Error(describeFailure(failure));
  }, LIMIT_MS);

  if (SEED !== undefined) {
    afterAll(async () => { console.log(JSON.stringify(await runHistory(FIRST), null, 2)); });
    return;
  }

  it('has played everything that its rules are about', () => {
    for (const one of [
      'message.received', 'message.sent', 'message.understood', 'handoff.requested', 'routed', 'conversation.assigned', 'conversation.released', 'conversation.returned',
      'conversation.resolved', 'conversation.settled', 'conversation.reopened', 'conversation.snoozed', 'conversation.woken', 'sla.warned', 'sla.breached',
    ]) expect(happened).toContain(one);
  });

  it('plays the same from the same seed', async () => {
    const strip = (text: unknown): string => JSON.stringify(text).replace(/[\da-f]{8}-[\da-f-]{27}/g, 'id');
    for (const seed of [3, 17, 42]) expect(strip(await runHistory(seed))).toBe(strip(await runHistory(seed)));
  });

  it.each(MUTANTS)('misses a protection that is taken away: %s', async (mutant) => {
    const failure = await findFailure({ seed: 1, histories: TRIES, mutant });
    expect(failure?.violations ?? []).not.toEqual([]);
  }, LIMIT_MS);
});
