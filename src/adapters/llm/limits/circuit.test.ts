import { beforeEach, describe, expect, it } from '@jest/globals';
import { createManualClock } from '../../../../test/fakes/manual-clock.ts';
import { createRecordingLogger } from '../../../../test/fakes/recording-logger.ts';
import { collectChunks, createCall, createScriptedAsk, type AskStep, type ScriptedAsk } from '../../../../test/fakes/scripted-ask.ts';
import type { AskModel } from '../ask-model.ts';
import { FAILURE_KINDS, ModelFailure, type FailureReason } from '../model-failure.ts';
import { createCircuit, type Circuit } from './circuit.ts';

const fail = (reason: FailureReason): ModelFailure => new ModelFailure(reason, 'scripted');

describe('the circuit', () => {
  let scripted: ScriptedAsk;
  let clock: ReturnType<typeof createManualClock>;
  let logger: ReturnType<typeof createRecordingLogger>;
  let circuit: Circuit;
  let ask: AskModel;
  beforeEach(() => {
    scripted = createScriptedAsk();
    clock = createManualClock();
    logger = createRecordingLogger();
    circuit = createCircuit({ clock, logger });
    ask = circuit.guard(scripted.ask);
  });
  const run = async (...steps: AskStep[]) => {
    if (steps.length > 0) scripted.next(...steps);
    const { text, failed } = await collectChunks(ask(createCall()));
    return failed ?? text;
  };
  const open = async () => { for (let i = 0; i < 3; i++) await run(fail('timeout')); };

  it('opens after three failures in a row, and then asks no more', async () => {
    await open();
    expect(circuit.state).toBe('open');
    expect(await run()).toBe('circuit-open');
    expect(scripted.calls).toHaveLength(3);
  });

  it('stays closed where an answer comes between failures', async () => {
    for (const steps of [[fail('failing')], [fail('failing')], ['Well.'], [fail('failing')], [fail('failing')]]) await run(...steps);
    expect(circuit.state).toBe('closed');
  });

  const DOWN = (Object.keys(FAILURE_KINDS) as FailureReason[]).filter((reason) => FAILURE_KINDS[reason].server === 'down');
  it.each(DOWN)('counts: %s', async (reason) => {
    for (let i = 0; i < 3; i++) await run('One ', fail(reason));
    expect(circuit.state).toBe('open');
  });

  it('counts nothing that a contact brings about with a message', async () => {
    for (const reason of ['refused', 'cut-off', 'rejected', 'empty', 'wrong-shape', 'cancelled', 'over-budget'] as const) {
      for (let i = 0; i < 3; i++) await run(fail(reason));
      expect([reason, circuit.state]).toEqual([reason, 'closed']);
    }
  });

  it('takes a refusal as an answer, and a cancelled call as none', async () => {
    for (const reason of ['failing', 'failing', 'refused', 'failing', 'failing', 'cancelled'] as const) await run(fail(reason));
    expect(circuit.state).toBe('closed');
    await run(fail('failing'));
    expect(circuit.state).toBe('open');
  });

  it('lets one call see after 30 seconds, and the others wait', async () => {
    await open();
    clock.advance(29_999);
    expect(await run()).toBe('circuit-open');
    clock.advance(1);
    scripted.next(fail('timeout'));
    expect(await Promise.all([run(), run()])).toEqual(['timeout', 'circuit-open']);
    clock.advance(29_999);
    expect(await run()).toBe('circuit-open');
  });

  it('closes once a call is answered', async () => {
    await open();
    clock.advance(30_000);
    expect(await run()).toBe('Well.');
    expect(circuit.state).toBe('closed');
    expect(logger.lines.map((line) => line.split(' {')[0])).toEqual(['warn the language model is left alone for a while', 'info the language model answers again']);
  });

  it('lets the next call see where the first was cancelled or its reader left', async () => {
    await open();
    clock.advance(30_000);
    expect(await run(fail('cancelled'))).toBe('cancelled');
    const abandoned = ask(createCall())[Symbol.asyncIterator]();
    void abandoned.next();
    await abandoned.return?.();
    expect(await run()).toBe('Well.');
  });

  it('forgets a call that looks and is never heard of again', async () => {
    await open();
    clock.advance(30_000);
    scripted.next(Infinity);
    void ask(createCall())[Symbol.asyncIterator]().next();
    expect(await run()).toBe('circuit-open');
    clock.advance(30_000);
    expect(await run()).toBe('Well.');
  });

  it('is not kept open by calls that were sent before and fail late', async () => {
    scripted.next('One ', fail('stalled'));
    const late = ask(createCall())[Symbol.asyncIterator]();
    await late.next();
    await open();
    clock.advance(20_000);
    await late.next().catch(() => undefined);
    clock.advance(10_000);
    expect(await run()).toBe('Well.');
  });
});
