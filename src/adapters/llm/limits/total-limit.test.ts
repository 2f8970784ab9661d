import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createManualClock } from '../../../../test/fakes/manual-clock.ts';
import { collectChunks, createCall, createScriptedAsk, type ScriptedAsk } from '../../../../test/fakes/scripted-ask.ts';
import type { AskModel } from '../ask-model.ts';
import { withIdleLimit } from './idle-limit.ts';
import { withTotalLimit } from './total-limit.ts';

describe('the total limit', () => {
  let scripted: ScriptedAsk;
  let ask: AskModel;
  beforeEach(() => {
    jest.useFakeTimers();
    scripted = createScriptedAsk();
    ask = withTotalLimit(withIdleLimit(scripted.ask, { idleTimeoutMs: 1_000_000 }), { clock: createManualClock(1_000), timeoutMs: 20_000 });
  });
  afterEach(() => { jest.useRealTimers(); });

  it('ends a call that hangs, and one whose answer drips', async () => {
    scripted.next(Infinity).next(...Array.from({ length: 30 }, () => [900, '.']).flat());
    const ended = Promise.all([collectChunks(ask(createCall())), collectChunks(ask(createCall()))]);
    await jest.advanceTimersByTimeAsync(19_999);
    expect(scripted.calls[0]!.signal.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await ended).toEqual([{ text: '', failed: 'timeout' }, { text: '.'.repeat(22), failed: 'timeout' }]);
    expect(scripted.calls[0]!.signal.aborted).toBe(true);
  });

  it('waits longer for a call that asks for it', async () => {
    scripted.next(Infinity);
    const ended = collectChunks(ask(createCall({ timeoutMs: 60_000 })));
    await jest.advanceTimersByTimeAsync(59_999);
    expect(scripted.calls[0]!.signal.aborted).toBe(false);
    expect(scripted.calls[0]!.deadline).toBe(61_000);
    await jest.advanceTimersByTimeAsync(1);
    expect(await ended).toEqual({ text: '', failed: 'timeout' });
  });

  it('tells the deadline to whoever plans a second attempt', async () => {
    await collectChunks(ask(createCall()));
    expect(scripted.calls[0]!.deadline).toBe(21_000);
  });

  it('leaves no timer behind', async () => {
    expect(await collectChunks(ask(createCall()))).toEqual({ text: 'Well.' });
    for await (const _chunk of ask(createCall())) break;
    expect(jest.getTimerCount()).toBe(0);
  });
});
