import { beforeEach, describe, expect, it } from '@jest/globals';
import { createManualClock } from '../../../../test/fakes/manual-clock.ts';
import { createRecordingLogger } from '../../../../test/fakes/recording-logger.ts';
import { collectChunks, createCall, createScriptedAsk, type ScriptedAsk } from '../../../../test/fakes/scripted-ask.ts';
import type { ModelCall } from '../ask-model.ts';
import { FAILURE_KINDS, ModelFailure, type FailureReason } from '../model-failure.ts';
import { createBudget, type BudgetOptions } from './budget.ts';

const NOON = Date.UTC(2026, 10, 20, 12);

describe('the budget', () => {
  let scripted: ScriptedAsk;
  let clock: ReturnType<typeof createManualClock>;
  let logger: ReturnType<typeof createRecordingLogger>;
  beforeEach(() => {
    scripted = createScriptedAsk();
    clock = createManualClock(NOON);
    logger = createRecordingLogger();
  });
  const create = (more: Partial<BudgetOptions> = {}) => {
    const budget = createBudget({ clock, logger, tokensPerDay: 1_000, tokensPerConversation: 1_000, ...more });
    const ask = budget.guard(scripted.ask);
    return { budget, run: async (call?: Partial<ModelCall>) => { const { text, failed } = await collectChunks(ask(createCall(call))); return failed ?? text; } };
  };
  const cost = (input: number, output: number) => ({ text: 'Well.', usage: { input, output } });

  it('charges what the server counted', async () => {
    const { budget, run } = create();
    scripted.next(cost(300, 40));
    await run({ user: 'x'.repeat(400) });
    expect(budget.tokensToday).toBe(340);
  });

  it('charges an estimate where the server does not count', async () => {
    const { budget, run } = create();
    scripted.next('word ', '充值', 'หก');
    await run({ system: 'x'.repeat(40), user: 'y'.repeat(8) });
    expect(budget.tokensToday).toBe(Math.ceil(10 + 2 + 1.25 + 2 + 2));
  });

  it('charges what was sent where the answer broke off, and both attempts where there were two', async () => {
    const { budget, run } = create();
    scripted.next('word', new ModelFailure('stalled', 'scripted')).next(cost(100, 1), cost(100, 20));
    await run({ user: 'y'.repeat(40) });
    expect(budget.tokensToday).toBe(11);
    await run();
    expect(budget.tokensToday).toBe(11 + 221);
  });

  it.each(Object.keys(FAILURE_KINDS) as FailureReason[])('charges what the server may have worked for, and only that: %s', async (reason) => {
    const { budget, run } = create();
    scripted.next(new ModelFailure(reason, 'scripted'));
    await run({ user: 'y'.repeat(40) });
    expect(budget.tokensToday).toBe('costs' in FAILURE_KINDS[reason] ? 10 : 0);
  });

  it('rejects what could overdraw the day, and begins anew at midnight UTC', async () => {
    const { budget, run } = create();
    scripted.next(cost(900, 1));
    await run();
    expect(await run({ maxTokens: 100 })).toBe('over-budget');
    expect(await run({ maxTokens: 99 })).toBe('Well.');
    clock.advance(12 * 3_600_000 - 1);
    expect(await run({ maxTokens: 100 })).toBe('over-budget');
    clock.advance(1);
    expect(budget.tokensToday).toBe(0);
    expect(await run({ maxTokens: 100, chargeTo: 'another' })).toBe('Well.');
  });

  it('keeps account of each conversation, over midnight', async () => {
    const { run } = create({ tokensPerDay: 1_000_000 });
    scripted.next(cost(900, 50));
    await run({ chargeTo: 'a' });
    expect(await run({ chargeTo: 'a' })).toBe('over-budget');
    expect(await run({ chargeTo: 'b' })).toBe('Well.');
    clock.advance(86_400_000);
    expect(await run({ chargeTo: 'a' })).toBe('over-budget');
  });

  it('cannot be overdrawn by calls under way together', async () => {
    const { run } = create();
    const results = await Promise.all(Array.from({ length: 12 }, (_value, i) => { scripted.next(cost(0, 100)); return run({ chargeTo: String(i) }); }));
    expect(results.filter((result) => result === 'over-budget')).toHaveLength(2);
  });

  it('gives back what a call did not use', async () => {
    const { budget, run } = create();
    for (let i = 0; i < 50; i++) {
      scripted.next(cost(5, 5));
      expect(await run()).toBe('Well.');
    }
    expect(budget.tokensToday).toBe(500);
  });

  it('remembers so many conversations and forgets the one charged longest ago', async () => {
    const { run } = create({ tokensPerDay: 1_000_000, maxConversations: 2 });
    for (const chargeTo of ['a', 'b']) {
      scripted.next(cost(1_000, 0));
      await run({ chargeTo });
    }
    expect(await run({ chargeTo: 'a' })).toBe('over-budget');
    await run({ chargeTo: 'c' });
    expect(await run({ chargeTo: 'a' })).toBe('over-budget');
    expect(await run({ chargeTo: 'b' })).toBe('Well.');
  });

  it('says once a day that it is used up', async () => {
    const { run } = create({ tokensPerDay: 10 });
    await run();
    await run();
    expect(logger.lines).toHaveLength(1);
    clock.advance(86_400_000);
    await run();
    expect(logger.lines).toHaveLength(2);
  });
});
