import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { collectChunks, createCall, createScriptedAsk, type ScriptedAsk } from '../../../../test/fakes/scripted-ask.ts';
import type { AskModel } from '../ask-model.ts';
import { withIdleLimit } from './idle-limit.ts';

describe('the idle limit', () => {
  let scripted: ScriptedAsk;
  let ask: AskModel;
  beforeEach(() => {
    jest.useFakeTimers();
    scripted = createScriptedAsk();
    ask = withIdleLimit(scripted.ask, { idleTimeoutMs: 5_000 });
  });
  afterEach(() => { jest.useRealTimers(); });

  it('ends a call without an answer, however deaf the provider', async () => {
    scripted.next(Infinity);
    const ended = collectChunks(ask(createCall()));
    await jest.advanceTimersByTimeAsync(4_999);
    expect(scripted.calls[0]!.signal.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await ended).toEqual({ text: '', failed: 'timeout' });
    expect(scripted.calls[0]!.signal.aborted).toBe(true);
  });

  it('ends a call that stalls midway, after what came until then', async () => {
    scripted.next('One ', 4_999, 'two ', 5_001, 'three');
    const ended = collectChunks(ask(createCall()));
    await jest.advanceTimersByTimeAsync(9_999);
    expect(await ended).toEqual({ text: 'One two ', failed: 'stalled' });
  });

  it('lets an answer take its time as long as something comes, if only that it is at work', async () => {
    scripted.next(...Array.from({ length: 5 }, () => [4_000, { text: '' }]).flat(), 'done');
    const ended = collectChunks(ask(createCall()));
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await ended).toEqual({ text: 'done' });
  });

  it('does not count what the reader does with a chunk', async () => {
    scripted.next('One ', 'two');
    let text = '';
    const read = (async () => {
      for await (const chunk of ask(createCall())) {
        text += chunk.text;
        await new Promise((done) => setTimeout(done, 60_000));
      }
    })();
    await jest.advanceTimersByTimeAsync(120_000);
    await read;
    expect(text).toBe('One two');
  });

  it('takes an answer as complete whose figures do not come', async () => {
    scripted.next('All.', { text: '', last: true }, Infinity);
    const ended = collectChunks(ask(createCall()));
    await jest.advanceTimersByTimeAsync(500);
    expect(await ended).toEqual({ text: 'All.' });
  });

  it('ends at once when the caller cancels', async () => {
    const controller = new AbortController();
    scripted.next('One ', Infinity);
    const ended = collectChunks(ask(createCall({ signal: controller.signal })));
    await jest.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await ended).toEqual({ text: 'One ', failed: 'cancelled' });
  });

  it('ends the request of a reader who leaves, and leaves no timer behind', async () => {
    scripted.next('One ', Infinity);
    for await (const _chunk of ask(createCall())) break;
    expect(scripted.calls[0]!.signal.aborted).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });
});
