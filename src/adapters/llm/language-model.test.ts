import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createScriptedAsk, type ScriptedAsk } from '../../../test/fakes/scripted-ask.ts';
import { silentLogger } from '../../../test/fakes/silent-logger.ts';
import type { LanguageModel, ModelRequest } from '../../ports.ts';
import { createLanguageModel } from './language-model.ts';
import { ModelFailure, type FailureReason } from './model-failure.ts';
import type { ModelLimits } from './model-settings.ts';

const REQUEST: ModelRequest = { prompt: 'answer@3', system: '', user: '', maxTokens: 100, chargeTo: 'conversation-1' };
const LIMITS: ModelLimits = { timeoutMs: 20_000, idleTimeoutMs: 5_000, maxConcurrent: 2, tokensPerDay: 10_000, tokensPerConversation: 1_000 };

describe('the limits of a language model together', () => {
  let scripted: ScriptedAsk;
  let model: LanguageModel;
  beforeEach(() => {
    jest.useFakeTimers();
    scripted = createScriptedAsk();
    model = create();
  });
  afterEach(() => { jest.useRealTimers(); });
  const create = (limits: Partial<ModelLimits> = {}) =>
    createLanguageModel(scripted.ask, { provider: 'openai', baseUrl: 'http://127.0.0.1', model: 'fake', limits: { ...LIMITS, ...limits } }, { clock: { now: () => Date.now() }, logger: silentLogger });
  /** What came of a request, and after how many milliseconds. */
  const run = async (more: Partial<ModelRequest> = {}) => {
    const started = Date.now();
    const outcome = await model.write({ ...REQUEST, ...more }).catch((error: ModelFailure) => error.reason);
    return [outcome, Date.now() - started];
  };
  const fail = (reason: FailureReason) => scripted.next(new ModelFailure(reason, 'scripted'));

  it('give up a server that hangs at the idle limit, and from then on at once', async () => {
    for (let i = 0; i < 3; i++) scripted.next(Infinity);
    const hanging = [run(), run(), run()]; // the third waits for its turn
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await Promise.all(hanging)).toEqual([['timeout', 5_000], ['timeout', 5_000], ['busy', 2_000]]);
    const last = run();
    await jest.advanceTimersByTimeAsync(5_000);
    await last;
    expect(model.status()).toMatchObject({ circuit: 'open', running: 0, failures: { timeout: 3, busy: 1 } });
    expect(await run()).toEqual(['circuit-open', 0]);
  });

  it('let nobody wait for a turn while the circuit is open, even where every slot is taken', async () => {
    model = create({ idleTimeoutMs: 20_000 });
    scripted.next(Infinity);
    const hanging = run();
    for (let i = 0; i < 3; i++) {
      fail('misconfigured');
      await run();
    }
    expect(model.status()).toMatchObject({ circuit: 'open', running: 1 });
    expect(await Promise.all([run(), run(), run()])).toEqual(Array(3).fill(['circuit-open', 0]));
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await hanging).toEqual(['timeout', 20_000]);
  });

  it('send nothing more for those who waited while the circuit opened', async () => {
    model = create({ maxConcurrent: 1 });
    for (let i = 0; i < 2; i++) {
      fail('misconfigured');
      await run();
    }
    scripted.next(1_000, new ModelFailure('misconfigured', 'scripted'));
    const all = [run(), run(), run()];
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await Promise.all(all)).toEqual([['misconfigured', 1_000], ['circuit-open', 1_000], ['circuit-open', 1_000]]);
    expect(scripted.calls).toHaveLength(3);
  });

  it('do not count who is too many against the server', async () => {
    model = create({ maxConcurrent: 1 });
    scripted.next(3_000, 'done');
    const all = Array.from({ length: 10 }, () => run());
    await jest.advanceTimersByTimeAsync(3_000);
    expect((await Promise.all(all)).map(([outcome]) => outcome)).toEqual(['done', ...Array.from({ length: 9 }, () => 'busy')]);
    expect(model.status()).toMatchObject({ circuit: 'closed', waiting: 0 });
  });

  it('count waiting, the pause and the second attempt towards the total', async () => {
    model = create({ timeoutMs: 6_000, maxConcurrent: 1 });
    scripted.next(1_500, 'first').next(1_000, new ModelFailure('failing', 'scripted')).next(...Array.from({ length: 10 }, () => [1_000, '.']).flat());
    const all = [run(), run()];
    await jest.advanceTimersByTimeAsync(6_000);
    expect(await Promise.all(all)).toEqual([['first', 1_500], ['timeout', 6_000]]);
    expect(scripted.calls).toHaveLength(3);
  });

  it('let who is over budget wait for nothing', async () => {
    scripted.next({ text: 'Well.', usage: { input: 950, output: 5 } });
    await run();
    for (let i = 0; i < 2; i++) scripted.next(1_000, 'long');
    const long = [run({ chargeTo: 'other' }), run({ chargeTo: 'other' })];
    await jest.advanceTimersByTimeAsync(0);
    expect(await run()).toEqual(['over-budget', 0]);
    await jest.advanceTimersByTimeAsync(1_000);
    await Promise.all(long);
    expect(model.status().tokensToday).toBe(955 + 2);
  });

  it('leave no timer behind', async () => {
    await run();
    fail('refused');
    await run();
    expect(jest.getTimerCount()).toBe(0);
  });
});
