import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { collectChunks, createCall, createScriptedAsk, type ScriptedAsk } from '../../../../test/fakes/scripted-ask.ts';
import type { AskModel, ModelCall } from '../ask-model.ts';
import { FAILURE_KINDS, ModelFailure, type FailureReason } from '../model-failure.ts';
import { withRetry } from './retry.ts';

const fail = (reason: FailureReason, retryAfterMs?: number): ModelFailure => new ModelFailure(reason, 'scripted', { retryAfterMs });

describe('the second attempt', () => {
  let scripted: ScriptedAsk;
  let ask: AskModel;
  beforeEach(() => {
    jest.useFakeTimers();
    scripted = createScriptedAsk();
    ask = withRetry(scripted.ask, { clock: { now: () => Date.now() } });
  });
  afterEach(() => { jest.useRealTimers(); });
  const run = async (more?: Partial<ModelCall>) => {
    const started = Date.now();
    const ended = collectChunks(ask(createCall({ deadline: started + 20_000, ...more }))).then((result) => ({ ...result, ms: Date.now() - started }));
    await jest.runAllTimersAsync();
    return ended;
  };

  it.each(['no-connection', 'rate-limited', 'failing', 'broken-off'] as const)('is made after: %s', async (reason) => {
    scripted.next(fail(reason));
    expect(await run()).toEqual({ text: 'Well.', ms: 300 });
  });

  const FINAL = (Object.keys(FAILURE_KINDS) as FailureReason[]).filter((reason) => !('again' in FAILURE_KINDS[reason]));
  it.each(FINAL)('is not made after: %s', async (reason) => {
    scripted.next(fail(reason));
    expect(await run()).toEqual({ text: '', failed: reason, ms: 0 });
    expect(scripted.calls).toHaveLength(1);
  });

  it('is the last', async () => {
    scripted.next(fail('failing')).next(fail('no-connection'));
    expect(await run()).toMatchObject({ failed: 'no-connection' });
    expect(scripted.calls).toHaveLength(2);
  });

  it('is never made after a piece of text, but after a chunk without any', async () => {
    scripted.next('One ', fail('broken-off')).next({ text: '' }, fail('broken-off'));
    expect(await run()).toMatchObject({ text: 'One ', failed: 'broken-off' });
    expect(await run()).toMatchObject({ text: 'Well.' });
    expect(scripted.calls).toHaveLength(3);
  });

  it('waits as long as the server asks for', async () => {
    scripted.next(fail('rate-limited', 7_000));
    expect(await run()).toEqual({ text: 'Well.', ms: 7_000 });
  });

  it('is not made where that ends after the deadline', async () => {
    scripted.next(fail('rate-limited', 20_000));
    expect(await run()).toEqual({ text: '', failed: 'rate-limited', ms: 0 });
  });

  it('is not waited for once the call has ended', async () => {
    const controller = new AbortController();
    scripted.next(fail('rate-limited', 7_000));
    setTimeout(() => controller.abort(), 100);
    expect(await run({ signal: controller.signal })).toEqual({ text: '', failed: 'cancelled', ms: 100 });
    expect(jest.getTimerCount()).toBe(0);
  });
});
